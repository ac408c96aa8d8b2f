package dev.drover.schedule;

import dev.drover.model.fact.Sequence;
import dev.drover.schedule.given.ResourceTable;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    Spot(Item item, int position) {
      this.item = item;
      this.position = position;
    }
  }

  /** What the place of a sequence among all others depends on, looked up once. */
  private record Ranked(Sequence fact, int place, int distance, int first, int next) {
    static final Comparator<Ranked> ORDER =
        Comparator.comparingInt(Ranked::place)
            .thenComparingInt(Ranked::distance)
            .thenComparingInt(Ranked::first)
            .thenComparing(each -> each.fact.firstTask())
            .thenComparingInt(Ranked::next)
            .thenComparing(each -> each.fact.nextTask())
            .thenComparing(each -> each.fact.bonds().toString());
  }

  private final Map<String, Spot> spots = new HashMap<>();

  Sequences(ResourceTable resources) {
    List<Item> items = resources.all();
    for (int i = 0; i < items.size(); i++) {
      spots.put(items.get(i).id(), new Spot(items.get(i), i));
      for (Item around = items.get(i); around != null; around = around.parent()) {
        Spot spot = spots.get(around.id());
        if (spot != null) {
          spot.last = i;
        }
      }
    }
  }

  List<Sequence> inOrder(List<Sequence> facts) {
    List<Ranked> ranked = new ArrayList<>(facts.size());
    facts.forEach(fact -> ranked.add(rank(fact)));
    ranked.sort(Ranked.ORDER);
    return ranked.stream().map(Ranked::fact).toList();
  }

  private Ranked rank(Sequence fact) {
    Spot first = spot(fact.first());
    if (fact.first().equals(fact.next())) {
      return new Ranked(fact, first.position, 0, first.position, first.position);
    }
    Spot next = spot(fact.next());
    Spot inner = inner(first, next);
    return new Ranked(
        fact, inner.last, distance(inner.item, first, next), first.position, next.position);
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
