package dev.drover.schedule.place;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.fact.CloneShape;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A resource while placement goes on. */
final class Piece {
  final Item item;
  final @Nullable Piece parent;
  final Traits traits;
  final Standing standing;

  /** In the order in which they are looked at, which placement changes for instances. */
  List<Piece> members = new ArrayList<>();

  /** A bundle's replicas. */
  final List<Crate> crates = new ArrayList<>();

  /** Where it or anything below it is active; the first is where it counts as running. */
  final List<Seat> active = new ArrayList<>();

  /** What it takes of each capacity, by the capacity's number; null for nothing. */
  int @Nullable [] needs;

  /** By node index. */
  int[] scores;

  /** How many instances of this collective are on each node, by node index. */
  int[] counts;

  /** For a group: its own location preferences alone, by node index; null for none. */
  int @Nullable [] ownWishes;

  final List<Tie> thisWith = new ArrayList<>();
  final List<Tie> withThis = new ArrayList<>();

  /** Whether any of these colocations demands that two share a node. */
  boolean inDemand;

  /** What agents said of promoting it; filled for a primitive only. */
  final Map<Seat, Integer> promotionScores = new HashMap<>(0);

  /** Scores for the promoted role only. */
  final Map<Seat, Integer> promotedWishes = new HashMap<>(0);

  int priority;
  int promotionPriority;
  Role role;
  Role next;
  @Nullable Seat seat;

  /** Its score on its node when it was put there; 0 where it simply stays. */
  int scoreThere;

  @Nullable String reason;
  boolean unassigned = true;

  /** Being placed right now: seeing this again means a loop. */
  boolean placing;

  /** Its wishes are being merged right now: seeing this again means a loop. */
  boolean merging;

  boolean promotionScoresAdded;
  boolean promotionRanked;

  Piece(
      Item item,
      @Nullable Piece parent,
      Traits traits,
      Standing standing,
      int[] scores,
      int[] counts) {
    this.item = item;
    this.parent = parent;
    this.traits = traits;
    this.standing = standing;
    this.scores = scores;
    this.counts = counts;
    this.priority = traits.priority();
    this.role = standing.role();
    this.next = traits.requestedRole() == null ? Role.UNKNOWN : traits.requestedRole();
    if (parent != null) {
      parent.members.add(this);
    }
  }

  String id() {
    return item.id();
  }

  boolean is(Kind kind) {
    return item.kind() == kind;
  }

  boolean isInstance() {
    return parent != null && parent.is(Kind.CLONE);
  }

  boolean isInGroup() {
    return parent != null && parent.is(Kind.GROUP);
  }

  boolean isPromotable() {
    CloneShape shape = item.shape();
    return is(Kind.CLONE) && shape != null && shape.promotable();
  }

  boolean isUniqueClone() {
    CloneShape shape = item.shape();
    return is(Kind.CLONE) && shape != null && shape.unique();
  }

  /** How many of it one node takes. */
  int perNode() {
    CloneShape shape = item.shape();
    return shape == null ? 1 : shape.nodeMax();
  }

  boolean isManaged() {
    return !(traits.hold() instanceof Hold.Stay);
  }

  boolean failed() {
    return is(Kind.PRIMITIVE) ? standing.failed() : members.stream().anyMatch(Piece::failed);
  }

  boolean blocked() {
    return is(Kind.PRIMITIVE) ? standing.blocked() : members.stream().anyMatch(Piece::blocked);
  }

  /** Where it counts as running. */
  @Nullable Seat current() {
    return active.isEmpty() ? null : active.get(0);
  }

  /** The outermost collective other than a bundle, or itself. */
  Piece top() {
    Piece top = this;
    while (top.parent != null && !top.parent.is(Kind.BUNDLE)) {
      top = top.parent;
    }
    return top;
  }

  /** The bundle whose bundled resource this is, or belongs to; null for anything else. */
  @Nullable Piece bundle() {
    Piece top = top();
    return top.is(Kind.CLONE) ? top.parent : null;
  }

  /** The highest role that it or anything below it has now. */
  Role currentRole() {
    return is(Kind.PRIMITIVE) ? role : highest(members.stream().map(Piece::currentRole));
  }

  /** The highest role that it or anything below it is to have. */
  Role nextRole() {
    return is(Kind.PRIMITIVE) ? next : highest(members.stream().map(Piece::nextRole));
  }

  private static Role highest(Stream<Role> roles) {
    return roles.max(Role::compareTo).orElse(Role.UNKNOWN);
  }

  /** Every node that it or anything below it is placed on. */
  List<Seat> seats() {
    return primitives().map(piece -> piece.seat).filter(s -> s != null).distinct().toList();
  }

  /** The node it is placed on, where that is exactly one. */
  @Nullable Seat onlySeat() {
    if (is(Kind.PRIMITIVE)) {
      return seat;
    }
    List<Seat> seats = seats();
    return seats.size() == 1 ? seats.get(0) : null;
  }

  /** The score with which it got its node. */
  int seatScore() {
    return primitives().filter(p -> p.seat != null).findFirst().map(p -> p.scoreThere).orElse(0);
  }

  /**
   * How much it is to be promoted there, members together; null where no agent has said anything
   * that counts.
   */
  @Nullable Integer promotionScore(Seat there) {
    if (is(Kind.PRIMITIVE)) {
      Piece container = traits.attributesOfHost() ? there.container : null;
      Seat asked = container == null ? there : unassigned ? container.current() : container.seat;
      return scores[there.index] >= 0 ? promotionScores.get(asked) : null;
    }
    Integer sum = null;
    for (Piece member : members) {
      Integer score = member.promotionScore(there);
      if (score != null) {
        sum = Table.add(sum == null ? 0 : sum, score);
      }
    }
    return sum;
  }

  Stream<Piece> primitives() {
    return is(Kind.PRIMITIVE) ? Stream.of(this) : members.stream().flatMap(Piece::primitives);
  }

  /** Itself and everything below. */
  Stream<Piece> all() {
    return Stream.concat(Stream.of(this), members.stream().flatMap(Piece::all));
  }

  @Override
  public String toString() {
    return id();
  }
}
