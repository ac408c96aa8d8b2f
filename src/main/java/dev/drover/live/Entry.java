package dev.drover.live;

import java.util.List;
import java.util.Map;

/** What is replicated: each entry of the log changes the {@link Ledger} in one way. */
public sealed interface Entry {
  /**
   * The operator's configuration is another one.
   *
   * @param expected the index of the configuration that the operator saw; below 0 for whatever is
   *     there
   * @param name of the file, whose end says what format it has
   * @param by who asked for it
   * @param at when, in milliseconds since 1970
   */
  record Configure(long expected, String name, String text, String by, long at) implements Entry {}

  /**
   * Commands changed something beside the configuration's file.
   *
   * @param by who asked for it
   * @param at when, in milliseconds since 1970
   */
  record Amend(List<Amendment> amendments, String by, long at) implements Entry {}

  /**
   * Events changed the status.
   *
   * @param news what happened, each a line for people
   * @param fencings that ended
   * @param at when, in milliseconds since 1970
   */
  record Happened(StatusPatch patch, List<String> news, List<FenceRecord> fencings, long at)
      implements Entry {
    /** Without fencing. */
    public Happened(StatusPatch patch, List<String> news, long at) {
      this(patch, news, List.of(), at);
    }

    /** The same in two entries, one after the other; empty where it cannot be parted further. */
    public List<Happened> halves() {
      List<StatusPatch> patches = patch.halves();
      if (!patches.isEmpty()) {
        return List.of(
            new Happened(patches.get(0), List.of(), at),
            new Happened(patches.get(1), news, fencings, at));
      }
      if (news.size() < 2) {
        return List.of();
      }
      int middle = news.size() / 2;
      return List.of(
          new Happened(patch, news.subList(0, middle), at),
          new Happened(patch.ofNoNode(), news.subList(middle, news.size()), fencings, at));
    }
  }

  /**
   * The rules are others.
   *
   * @param expected the index of the rules that the operator saw; below 0 for whatever is there
   * @param files text by path below the folder; empty for the rules that Drover comes with
   * @param by who asked for it
   * @param at when, in milliseconds since 1970
   */
  record Policy(long expected, Map<String, String> files, String by, long at) implements Entry {}
}
