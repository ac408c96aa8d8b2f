package dev.drover.schedule;

import dev.drover.model.fact.Sequence;
import dev.drover.schedule.given.ResourceTable;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which order what the rules imply is related, from the inside out: an action that only a later
 * relation asks for must not yet be there for an earlier one. A resource's own order comes first,
 * then that with its collective, then that with its siblings.
 */
final class Sequences {
  /** Where a resource stands among all: facts name it, and it is looked up once for each. */
  private static final class Spot {
    final Item item;
    final int position;

    /** The position of the last resource in it. */
    int last;

    /** What is to be ranked here. */
    private @Nullable List<Ranked> here;

    Spot(Item item, int position) {
      this.item = item;
      this.position = position;
    }
  }

  /** What the place of a sequence among all others of its place depends on, looked up once. */
  private record Ranked(Sequence fact, int distance, int first, int next)
      implements Comparable<Ranked> {
    private static final Comparator<Ranked> REST =
        Comparator.<Ranked, String>comparing(each -> each.fact.nextTask())
            .thenComparing(each -> each.fact.bonds().toString());

    /** Step by step, as nearly all differ in what is compared first. */
    @Override
    public int compareTo(Ranked other) {
      int order = Integer.compare(distance, other.distance);
      if (order == 0) {
        order = Integer.compare(first, other.first);
      }
      if (order == 0) {
        order = fact.firstTask().compareTo(other.fact.firstTask());
      }
      if (order == 0) {
        order = Integer.compare(next, other.next);
      }
      return order == 0 ? REST.compare(this, other) : order;
    }
  }

  private final Map<String, Spot> spots = new HashMap<>();

  /** By position. */
  private final List<Spot> inOrder = new ArrayList<>();

  Sequences(ResourceTable resources) {
    List<Item> items = resources.all();
    for (int i = 0; i < items.size(); i++) {
      Spot spot = new Spot(items.get(i), i);
      spots.put(spot.item.id(), spot);
      inOrder.add(spot);
      for (Item around = spot.item; around != null; around = around.parent()) {
        Spot outer = spots.get(around.id());
        if (outer != null) {
          outer.last = i;
        }
      }
    }
  }

  List<Sequence> inOrder(List<Sequence> facts) {
    facts.forEach(this::rank);
    List<Sequence> ordered = new ArrayList<>(facts.size());
    for (Spot spot : inOrder) {
      if (spot.here != null) {
        Collections.sort(spot.here);
        spot.here.forEach(each -> ordered.add(each.fact));
        spot.here = null;
      }
    }
    return ordered;
  }

  private void rank(Sequence fact) {
    Spot first = spot(fact.first());
    if (fact.first().equals(fact.next())) {
      rank(fact, first.position, 0, first, first);
      return;
    }
    Spot next = spot(fact.next());
    Spot inner = inner(first, next);
    rank(fact, inner.last, distance(inner.item, first, next), first, next);
  }

  private void rank(Sequence fact, int place, int distance, Spot first, Spot next) {
    Spot spot = inOrder.get(place);
    if (spot.here == null) {
      spot.here = new ArrayList<>();
    }
    spot.here.add(new Ranked(fact, distance, first.position, next.position));
  }

  /**
   * The member where one side is a collective and the other is in it; else the side that comes
   * later.
   */
  private static Spot inner(Spot first, Spot next) {
    if (first.item.parent() == next.item) {
      return first;
    }
    Item parent = first.item.parent();
    boolean firstIsLater =
        next.item.parent() != first.item
            && parent != null
            && parent.members().indexOf(first.item) >= parent.members().indexOf(next.item);
    return firstIsLater ? first : next;
  }

  private static int distance(Item inner, Spot first, Spot next) {
    Item parent = inner.parent();
    boolean withParent = parent != null && (parent == first.item || parent == next.item);
    boolean inGroup = parent != null && parent.isGroup();
    return (inGroup ? 1 : 3) + (withParent ? 0 : 1);
  }

  private Spot spot(String id) {
    Spot spot = spots.get(id);
    if (spot == null) {
      throw new IllegalArgumentException("a rule orders `" + id + "`, which is no resource");
    }
    return spot;
  }
}
