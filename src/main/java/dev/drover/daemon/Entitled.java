package dev.drover.daemon;

import dev.drover.live.Assignment;
import dev.drover.live.Finished;
import dev.drover.live.Letter;
import dev.drover.live.NodeReport;
import dev.drover.peer.Peer;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who may send which letter to a member, and about whom: nobody speaks for another node. */
final class Entitled {
  private Entitled() {}

  /** Why a letter is refused, as the end of a sentence; null where its sender may send it. */
  static @Nullable String objection(Peer from, Letter letter) {
    boolean fromMembers =
        letter instanceof Letter.Lead
            || letter instanceof Letter.Begin
            || letter instanceof Letter.Noted
            || letter instanceof Letter.Left
            || letter instanceof Letter.Fence
            || letter instanceof Letter.Fenced
            || letter instanceof Letter.Answer
            || letter instanceof Letter.Outcast
            || letter instanceof Letter.Counted;
    boolean may =
        switch (from.role()) {
          case MEMBER -> true;
          case WITNESS -> letter instanceof Letter.Standing || letter instanceof Letter.Here;
          case AGENT -> !fromMembers && !(letter instanceof Letter.Standing);
          case OPERATOR -> letter instanceof Letter.Ask;
        };
    if (!may) {
      return "sent what a role other than `%s` may: %s"
          .formatted(from.role().word(), letter.getClass().getSimpleName());
    }
    Optional<String> other = about(letter).filter(node -> !node.equals(from.node())).findFirst();
    return other.map(node -> "spoke for `" + node + "`: refused").orElse(null);
  }

  /** The nodes that a letter speaks for. */
  private static Stream<String> about(Letter letter) {
    if (letter instanceof Letter.Report report) {
      NodeReport told = report.report();
      return Stream.concat(
          Stream.of(told.node()),
          Stream.concat(
                  told.underWay().stream(), told.finished().stream().map(Finished::assignment))
              .flatMap(Entitled::about));
    } else if (letter instanceof Letter.Told told) {
      return about(told.finished().assignment());
    } else if (letter instanceof Letter.Here here) {
      return Stream.of(here.node());
    } else if (letter instanceof Letter.Leave leave) {
      return Stream.of(leave.node());
    } else if (letter instanceof Letter.Standing standing) {
      return Stream.of(standing.node());
    }
    return Stream.empty();
  }

  private static Stream<String> about(Assignment assignment) {
    return Stream.of(assignment.order().node());
  }
}
