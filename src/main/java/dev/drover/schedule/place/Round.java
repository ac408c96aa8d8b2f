package dev.drover.schedule.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of placement: what the kinds of resources need of each other while they are placed. */
final class Round {
  /** How deep resources may pull each other along before the stack would end. */
  private static final int MAX_DEPTH = 500;

  final Room room;
  final Wishes wishes;
  final Pairing pairing;
  final Capacity capacity;
  final ScoreLog log;
  private final Primitives primitives;
  private final Clones clones;
  private final Bundles bundles;
  private int depth;

  Round(Room room, ScoreLog log) {
    this.room = room;
    this.log = log;
    this.pairing = new Pairing(room);
    this.capacity = new Capacity(room);
    this.wishes = new Wishes(room, capacity);
    this.primitives = new Primitives(this);
    Instances instances = new Instances(this);
    this.clones = new Clones(this, instances, new Promotion(this, instances));
    this.bundles = new Bundles(this, instances);
  }

  /**
   * Places a resource and everything below it, unless that has happened or is happening.
   *
   * @param preferred the node to prefer among equals, or null
   * @param last whether "nowhere" is the last word; where it is not, the placement can be undone
   * @return the node, where it is one for the whole resource
   * @throws IllegalArgumentException where too many resources pull each other along
   */
  @Nullable Seat place(Piece piece, @Nullable Seat preferred, boolean last) {
    if (depth >= MAX_DEPTH) {
      throw new IllegalArgumentException(
          "more than "
              + MAX_DEPTH
              + " resources follow each other in a tangle of colocations at `"
              + piece
              + "`");
    }
    depth++;
    try {
      return placeByKind(piece, preferred, last);
    } finally {
      depth--;
    }
  }

  private @Nullable Seat placeByKind(Piece piece, @Nullable Seat preferred, boolean last) {
    return switch (piece.item.kind()) {
      case PRIMITIVE -> primitives.place(piece, preferred, last);
      case GROUP -> placeGroup(piece, preferred, last);
      case CLONE -> {
        clones.place(piece, preferred, last);
        yield null;
      }
      case BUNDLE -> {
        bundles.place(piece, preferred, last);
        yield null;
      }
    };
  }

  private @Nullable Seat placeGroup(Piece group, @Nullable Seat preferred, boolean last) {
    if (!group.unassigned || group.placing) {
      return null;
    }
    if (group.members.isEmpty()) {
      group.unassigned = false;
      return null;
    }
    group.placing = true;
    log.show(ScoreLog.GROUP, group);
    Seat first = null;
    for (Piece member : List.copyOf(group.members)) {
      Seat seat = place(member, preferred, last);
      first = first == null ? seat : first;
    }
    group.next = group.members.get(0).next;
    group.placing = false;
    group.unassigned = false;
    return group.traits.together() ? first : null;
  }
}
