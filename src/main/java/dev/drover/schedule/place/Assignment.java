package dev.drover.schedule.place;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import org.jspecify.annotations.Nullable;

/** Puts resources onto nodes and takes them off again, keeping the nodes' figures right. */
final class Assignment {
  private Assignment() {}

  /**
   * Puts a resource and everything below it onto a node, as far as the node can take it.
   *
   * @param seat the node; null for nowhere
   * @param force also onto a node that it may not be on
   * @param last whether "nowhere" is the last word, so that it is to be stopped
   * @param otherwise why it is nowhere, where it is
   */
  static void assign(
      Piece piece, @Nullable Seat seat, boolean force, boolean last, String otherwise) {
    if (!piece.is(Kind.PRIMITIVE)) {
      for (Piece member : piece.members) {
        assign(member, seat, force, last, otherwise);
      }
      return;
    }
    Seat chosen = seat;
    if (seat != null
        && !force
        && (piece.scores[seat.index] < 0 || (!seat.canRun && !seat.isGuest()))) {
      chosen = null;
    }
    unassign(piece);
    piece.unassigned = false;
    if (chosen == null) {
      if (last) {
        piece.next = Role.STOPPED;
        if (piece.reason == null) {
          piece.reason = otherwise;
        }
      }
      return;
    }
    piece.seat = chosen;
    piece.scoreThere = force ? 0 : piece.scores[chosen.index];
    chosen.load++;
    take(chosen, piece, -1);
  }

  /** Makes a resource and everything below it free to be placed again. */
  static void unassign(Piece piece) {
    piece.unassigned = true;
    if (!piece.is(Kind.PRIMITIVE)) {
      piece.members.forEach(Assignment::unassign);
      return;
    }
    Seat old = piece.seat;
    if (old != null) {
      piece.seat = null;
      old.load--;
      take(old, piece, 1);
    }
  }

  /** Forbids every node to a resource and everything below it. */
  static void banEverywhere(Piece piece) {
    piece.all().forEach(p -> Table.ban(p.scores));
    piece.seat = null;
  }

  private static void take(Seat seat, Piece piece, int sign) {
    if (piece.needs == null) {
      return;
    }
    for (int i = 0; i < piece.needs.length; i++) {
      long left = seat.free[i] + (long) sign * piece.needs[i];
      seat.free[i] = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, left));
    }
  }
}
