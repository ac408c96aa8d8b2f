package dev.drover.schedule.place;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places the instances of a clone, or the containers of a bundle: first as many as possible where
 * they are, then the others.
 */
final class Instances {
  private final Round round;
  private final Room room;

  Instances(Round round) {
    this.round = round;
    this.room = round.room;
  }

  /** The order in which instances get their nodes, as things stand. */
  InstanceOrder order() {
    return new InstanceOrder(round.wishes, room);
  }

  void place(Piece collective, List<Piece> instances, int max, int perNode) {
    int available = 0;
    for (Seat seat : room.seats) {
      collective.counts[seat.index] = 0;
      if (seat.canRun && collective.scores[seat.index] != Table.ABSENT) {
        available++;
      }
    }
    int fairShare = available == 0 ? 1 : Math.max(1, max / available);
    int placed = 0;
    for (Piece instance : instances) {
      if (placed < max && instance.unassigned) {
        Seat home = home(collective, instance, fairShare);
        if (home != null && stays(collective, instance, home, perNode, max - placed)) {
          placed++;
        }
      }
    }
    for (Piece instance : instances) {
      if (instance.unassigned) {
        if (placed >= max) {
          Assignment.banEverywhere(instance);
          String reason = "as many instances of " + collective.id() + " as there may be are placed";
          instance.primitives().forEach(primitive -> primitive.reason = reason);
        } else if (placeOne(collective, instance, null, perNode) != null) {
          placed++;
        }
      }
    }
  }

  /** The node where a healthy instance is and may stay; null for none. */
  private static @Nullable Seat home(Piece collective, Piece instance, int fairShare) {
    Seat home = instance.current();
    boolean healthy = home != null && home.canRun && !ownFailure(instance);
    boolean fits =
        home != null
            && (collective.scores[home.index] == Table.ABSENT
                || collective.counts[home.index] < fairShare);
    return healthy && fits ? home : null;
  }

  private static boolean ownFailure(Piece instance) {
    return instance.members.isEmpty() && instance.failed();
  }

  /**
   * Tries to leave an instance where it is. Where another node would be better for it, one instance
   * is set aside for that node and the try repeated: nodes get their share of instances, but which
   * instance runs where changes little.
   */
  private boolean stays(Piece collective, Piece instance, Seat home, int perNode, int available) {
    if (!room.isAvailable(home, instance.scores)) {
      return false;
    }
    Map<Piece, int[]> before = new IdentityHashMap<>();
    instance.all().forEach(piece -> before.put(piece, piece.scores.clone()));
    int[] scoresBefore = collective.scores.clone();
    int[] countsBefore = collective.counts.clone();
    boolean stays = false;
    for (int reserved = 0; reserved < available && !stays; reserved++) {
      Seat chosen = placeOne(collective, instance, home, perNode);
      stays = chosen == home;
      if (!stays) {
        before.forEach((piece, scores) -> piece.scores = scores.clone());
        if (chosen == null) {
          instance.unassigned = true;
          break;
        }
        Assignment.unassign(instance);
      }
    }
    collective.scores = scoresBefore;
    collective.counts = countsBefore;
    if (stays) {
      count(collective, home);
    }
    return stays;
  }

  private @Nullable Seat placeOne(
      Piece collective, Piece instance, @Nullable Seat preferred, int perNode) {
    if (instance.placing) {
      return null;
    }
    for (Seat seat : room.seats) {
      boolean barred =
          instance.item.orphan()
              || !seat.canRun
              || collective.scores[seat.index] < 0
              || collective.counts[seat.index] >= perNode;
      if (barred) {
        bar(instance, seat);
      }
    }
    Seat chosen = round.place(instance, preferred, preferred == null);
    if (chosen != null) {
      count(collective, chosen);
    }
    return chosen;
  }

  private static void bar(Piece instance, Seat seat) {
    if (instance.scores[seat.index] == Table.ABSENT) {
      return;
    }
    instance.scores[seat.index] = Table.NEVER;
    for (Piece member : instance.members) {
      if (member.scores[seat.index] != Table.ABSENT) {
        member.scores[seat.index] = Table.NEVER;
      }
    }
  }

  private static void count(Piece collective, Seat seat) {
    if (collective.scores[seat.index] != Table.ABSENT) {
      collective.counts[seat.index]++;
    }
  }
}
