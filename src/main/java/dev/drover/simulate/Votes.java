package dev.drover.simulate;

import dev.drover.scenario.Quorum;
import org.jspecify.annotations.Nullable;

/** Whether members that hear each other have quorum, as the membership layer counts. */
final class Votes {
  private final Quorum quorum;
  private final int all;
  private final boolean atFirst;
  private @Nullable Boolean given;

  /**
   * Counts votes.
   *
   * @param all how many members are configured
   * @param atFirst whether the story begins with quorum
   */
  Votes(Quorum quorum, int all, boolean atFirst) {
    this.quorum = quorum;
    this.all = all;
    this.atFirst = atFirst;
  }

  /** From now on it is as said, whatever the count. */
  void give(boolean quorate) {
    given = quorate;
  }

  /**
   * Whether they have quorum.
   *
   * @param present how many hear each other
   * @param before whether they had it before the last change
   */
  boolean quorate(int present, boolean before) {
    if (given != null) {
      return given;
    }
    return switch (quorum) {
      case GIVEN -> before;
      case MAJORITY -> 2 * present > all;
      case TWO_NODE -> present == all || before && present > 0;
    };
  }

  /** The same for members that have just come up by themselves and have no quorum to keep. */
  boolean quorateAlone(int present) {
    return quorate(present, quorum == Quorum.GIVEN && atFirst);
  }
}
