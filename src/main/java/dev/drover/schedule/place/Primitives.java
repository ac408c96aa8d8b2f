package dev.drover.schedule.place;

import dev.drover.model.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places one primitive: what it must, then what it would like, then the best node. */
final class Primitives {
  private final Round round;
  private final Room room;

  Primitives(Round round) {
    this.round = round;
    this.room = round.room;
  }

  @Nullable Seat place(Piece piece, @Nullable Seat preferred, boolean last) {
    if (piece.parent != null && !piece.parent.placing) {
      round.place(piece.parent, preferred, last);
    }
    if (!piece.unassigned) {
      return piece.seat;
    }
    if (piece.placing) {
      return null;
    }
    piece.placing = true;
    weigh(piece);
    if (piece.next == Role.STOPPED) {
      Assignment.banEverywhere(piece);
    } else if (piece.traits.frozen() && piece.next.compareTo(piece.role) > 0) {
      piece.next = piece.role;
    }
    round.log.show(ScoreLog.PRIMITIVE, piece);
    settle(piece, preferred, last);
    piece.placing = false;
    tellConnected(piece);
    return piece.seat;
  }

  /** Mandatory colocations come first, so that as many as possible are met. */
  private void weigh(Piece piece) {
    List<Tie> thisWith = TieBook.thisWith(piece);
    List<Tie> withThis = TieBook.withThis(piece);
    for (boolean mandatory : new boolean[] {true, false}) {
      for (Tie tie : thisWith) {
        if (tie.isMandatory() == mandatory) {
          follow(piece, tie);
        }
      }
      for (Tie tie : withThis) {
        if (tie.isMandatory() == mandatory) {
          round.wishes.heedDependent(tie, piece);
        }
      }
    }
  }

  /** What is only wished, or only about a role, must not leave the resource without any node. */
  private void follow(Piece piece, Tie tie) {
    boolean revocable =
        tie.dependentRole() == Role.PROMOTED || (tie.score() < 0 && !tie.isMandatory());
    int[] before = revocable ? piece.scores.clone() : piece.scores;
    if (tie.primary().unassigned) {
      round.place(tie.primary(), null, true);
    }
    round.pairing.apply(piece, tie.primary(), tie);
    if (revocable && !room.anyAvailable(piece.scores)) {
      piece.scores = before;
    }
  }

  private void settle(Piece piece, @Nullable Seat preferred, boolean last) {
    Hold hold = piece.traits.hold();
    if (hold instanceof Hold.Stay) {
      piece.next = piece.role;
      piece.reason = hold.reason();
      Assignment.assign(piece, piece.current(), true, last, hold.reason());
    } else if (hold instanceof Hold.Nowhere) {
      Assignment.assign(piece, null, true, last, hold.reason());
    } else {
      chooseBest(piece, preferred, last);
    }
  }

  private void chooseBest(Piece piece, @Nullable Seat preferred, boolean last) {
    Seat freest = round.capacity.banFull(piece);
    if (!piece.unassigned) {
      return;
    }
    Seat favourite = preferred == null ? freest : preferred;
    Seat best = room.best(piece.scores, piece.current());
    Seat chosen = best;
    if (best != null) {
      int bestScore = piece.scores[best.index];
      if (favourite != null
          && piece.scores[favourite.index] >= bestScore
          && room.isAvailable(favourite, piece.scores)) {
        chosen = favourite;
      } else {
        chosen = currentIfAsGood(piece, best);
      }
    }
    Assignment.assign(piece, chosen, false, last, whyNowhere(piece));
  }

  /**
   * An instance of a unique clone does not get this: those that should stay were placed first, and
   * the others had better not join them.
   */
  private Seat currentIfAsGood(Piece piece, Seat best) {
    Seat running = piece.current();
    boolean unique = piece.parent != null && piece.parent.isUniqueClone();
    int score = piece.scores[best.index];
    boolean asGood =
        running != null
            && running.canRun
            && best.canRun
            && score > 0
            && piece.scores[running.index] == score;
    return asGood && !unique && running != null ? running : best;
  }

  private String whyNowhere(Piece piece) {
    if (piece.next == Role.STOPPED) {
      return "it is to be stopped";
    }
    if (piece.item.orphan()) {
      return "it is no longer configured";
    }
    boolean anyRunning = room.seats.stream().anyMatch(seat -> seat.canRun);
    return anyRunning ? "no available node may run it" : "no node is available";
  }

  /** Whoever was to run on the node that this connects to now learns whether there is one. */
  private void tellConnected(Piece piece) {
    for (Seat seat : room.seats) {
      if (seat.connection == piece) {
        seat.canRun =
            seat.node.canRunIfConnected() && piece.seat != null && piece.next != Role.STOPPED;
      }
    }
  }
}
