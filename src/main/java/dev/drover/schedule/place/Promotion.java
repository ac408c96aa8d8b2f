package dev.drover.schedule.place;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.fact.CloneShape;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives the instances of a promotable clone their roles. */
final class Promotion {
  private final Round round;
  private final Room room;
  private final Instances instances;

  Promotion(Round round, Instances instances) {
    this.round = round;
    this.room = round.room;
    this.instances = instances;
  }

  /**
   * Adds promotion scores to the instances' scores: an instance had better be where it can be
   * promoted.
   */
  void addScores(Piece clone) {
    if (clone.promotionScoresAdded) {
      return;
    }
    clone.promotionScoresAdded = true;
    for (Piece instance : clone.members) {
      for (Seat seat : room.seats) {
        if (instance.scores[seat.index] == Table.ABSENT || !seat.canRun) {
          continue;
        }
        Integer own = instance.promotionScore(seat);
        int score = own == null ? 0 : own;
        if (score > 0) {
          instance.scores[seat.index] = Table.add(instance.scores[seat.index], score);
        }
        instance.priority = Math.max(instance.priority, score);
      }
    }
  }

  /** Ranks the placed instances and promotes as many of the first as may be. */
  void giveRoles(Piece clone, CloneShape shape) {
    Arrays.fill(clone.counts, 0);
    clone.members.forEach(instance -> setPriority(clone, instance));
    rank(clone);
    int promoted = 0;
    for (Piece instance : clone.members) {
      round.log.showPromotion(instance, instance.onlySeat());
      boolean open = promoted < shape.promotedMax() || !clone.isManaged();
      Seat seat =
          instance.promotionPriority >= 0 && open ? promotable(instance, clone, shape) : null;
      if (seat == null || (instance.traits.frozen() && instance.currentRole() != Role.PROMOTED)) {
        demote(instance);
      } else {
        clone.counts[seat.index]++;
        promote(instance);
        promoted++;
      }
    }
  }

  private void setPriority(Piece clone, Piece instance) {
    if (instance.currentRole() == Role.STARTED) {
      instance.all().filter(p -> p.role == Role.STARTED).forEach(p -> p.role = Role.UNPROMOTED);
    }
    Seat seat = instance.onlySeat();
    if (seat == null) {
      return;
    }
    Role next = instance.nextRole();
    if (next == Role.STARTED || next == Role.UNKNOWN) {
      // Without any word from the agent an instance is promoted only where a constraint says so.
      Integer score = instance.promotionScore(seat);
      instance.priority = score == null ? -1 : score;
    } else if (next != Role.PROMOTED) {
      instance.priority = Table.NEVER;
    }
    instance.priority = Table.add(instance.priority, instance.promotedWishes.getOrDefault(seat, 0));
    instance.priority = Table.add(instance.priority, clone.promotedWishes.getOrDefault(seat, 0));
    for (Tie tie : TieBook.thisWith(instance)) {
      round.pairing.apply(instance, tie.primary(), tie);
    }
    instance.promotionPriority = next == Role.PROMOTED ? Table.INFINITY : instance.priority;
  }

  /** Lets the nodes' scores decide, so that what others wish of the promoted instance counts. */
  private void rank(Piece clone) {
    if (clone.promotionRanked) {
      return;
    }
    clone.promotionRanked = true;
    clone.merging = true;
    for (Piece instance : clone.members) {
      Seat seat = instance.onlySeat();
      if (instance.promotionPriority >= 0
          && seat != null
          && clone.scores[seat.index] != Table.ABSENT) {
        clone.scores[seat.index] = Table.add(instance.promotionPriority, clone.scores[seat.index]);
      }
    }
    for (Tie tie : TieBook.withThis(clone)) {
      if (tie.primaryRole() == Role.PROMOTED) {
        round.wishes.heedDependent(tie, clone, Wishes.Manner.GENTLE);
      }
    }
    if (clone.traits.neverPromoted()) {
      clone.all().forEach(piece -> Table.ban(piece.scores));
    }
    for (Piece instance : clone.members) {
      Seat seat = instance.onlySeat();
      if (!instance.isManaged() && instance.next == Role.PROMOTED) {
        instance.promotionPriority = Table.INFINITY;
      } else if (seat == null) {
        instance.promotionPriority = Table.NEVER;
      } else if (instance.promotionPriority >= 0) {
        instance.promotionPriority = Math.max(Table.NEVER, clone.scores[seat.index]);
      }
    }
    InstanceOrder order = instances.order();
    clone.members = StableMerge.sort(clone.members, (one, other) -> compare(one, other, order));
    clone.merging = false;
  }

  private static int compare(Piece one, Piece other, InstanceOrder order) {
    int first = Integer.compare(other.promotionPriority, one.promotionPriority);
    if (first == 0) {
      first = other.currentRole().compareTo(one.currentRole());
    }
    return first == 0 ? order.compare(one, other) : first;
  }

  /** The node to promote an instance on; null where it cannot be promoted. */
  private @Nullable Seat promotable(Piece piece, Piece clone, CloneShape shape) {
    for (Piece member : piece.members) {
      if (promotable(member, clone, shape) == null) {
        return null;
      }
    }
    Seat seat = piece.onlySeat();
    if (seat == null || clone.scores[seat.index] == Table.ABSENT) {
      return null;
    }
    if (!piece.isManaged()) {
      return piece.currentRole() == Role.PROMOTED ? seat : null;
    }
    boolean usable = seat.canRun && (seat.container == null || seat.container.onlySeat() != null);
    return piece.priority >= 0 && usable && clone.counts[seat.index] < shape.promotedNodeMax()
        ? seat
        : null;
  }

  private static void demote(Piece instance) {
    List<Piece> all = instance.all().toList();
    for (Piece piece : all) {
      boolean nowhere = piece.is(Kind.PRIMITIVE) ? piece.seat == null : piece.seats().isEmpty();
      piece.next = nowhere ? Role.STOPPED : Role.UNPROMOTED;
    }
  }

  private static void promote(Piece instance) {
    instance
        .all()
        .filter(piece -> piece.next == Role.UNKNOWN)
        .forEach(piece -> piece.next = Role.PROMOTED);
  }
}
