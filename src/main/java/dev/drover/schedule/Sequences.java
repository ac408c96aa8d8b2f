package dev.drover.schedule;

import dev.drover.model.fact.Between;
import dev.drover.model.fact.Bond;
import dev.drover.model.fact.Cycle;
import dev.drover.model.fact.Nested;
import dev.drover.model.fact.Sequence;
import dev.drover.schedule.given.ResourceTable;
import dev.drover.schedule.order.Relation;
import dev.drover.schedule.tree.Counted;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order what the rules imply is related, from the inside out: an action that only a later
 * relation asks for must not yet be there for an earlier one. A resource's own order comes first,
 * then that with its collective, then that with its siblings.
 */
final class Sequences {
  /**
   * A relation, and what its place among all others depends on.
   *
   * @param place the position of the resource with which it comes
   * @param first the position of the resource whose action comes first
   */
  private record Ranked(
      Item item,
      String task,
      Item nextItem,
      String nextTask,
      Set<Bond> bonds,
      int place,
      int distance,
      int first,
      int next)
      implements Comparable<Ranked> {
    private static final Comparator<Ranked> REST =
        Comparator.<Ranked, String>comparing(Ranked::nextTask)
            .thenComparing(each -> each.bonds.toString());

    /** Among those of one place; step by step, as nearly all differ in what is compared first. */
    @Override
    public int compareTo(Ranked other) {
      int order = Integer.compare(distance, other.distance);
      if (order == 0) {
        order = Integer.compare(first, other.first);
      }
      if (order == 0) {
        order = task.compareTo(other.task);
      }
      if (order == 0) {
        order = Integer.compare(next, other.next);
      }
      return order == 0 ? REST.compare(this, other) : order;
    }

    Relation relation() {
      return Relation.of(item, task, nextItem, nextTask, bonds);
    }
  }

  private final ResourceTable resources;

  /** Where each resource stands among all, by its number. */
  private final int[] positions;

  /** The position of the last resource in each, by its number. */
  private final int[] lasts;

  private final List<Ranked> ranked = new ArrayList<>();

  /** A group's facts come one after the other. */
  private @Nullable Item lastOuter;

  Sequences(ResourceTable resources) {
    this.resources = resources;
    List<Item> items = resources.all();
    int numbers = items.stream().mapToInt(Item::number).max().orElse(0) + 1;
    this.positions = new int[numbers];
    this.lasts = new int[numbers];
    for (int i = 0; i < items.size(); i++) {
      positions[items.get(i).number()] = i;
      for (Item around = items.get(i); around != null; around = around.parent()) {
        lasts[around.number()] = i;
      }
    }
  }

  void add(Sequence fact) {
    Item first = item(fact.first());
    Item next = fact.first().equals(fact.next()) ? first : item(fact.next());
    add(first, fact.firstTask(), next, fact.nextTask(), fact.bonds());
  }

  void add(Cycle fact) {
    Item item = item(fact.resource());
    add(item, "stop", item, "stopped", fact.stopping());
    add(item, "stopped", item, "start", fact.again());
    add(item, "start", item, "running", fact.starting());
  }

  void add(Between fact) {
    Item outer = outer(fact.outer());
    Item inner = item(fact.inner());
    add(outer, fact.begin(), inner, fact.task(), fact.atBegin());
    add(inner, fact.task(), outer, fact.end(), fact.atEnd());
  }

  void add(Nested fact) {
    Item outer = outer(fact.outer());
    Item inner = item(fact.inner());
    add(outer, "start", inner, "start", fact.up());
    add(inner, "stop", outer, "stop", fact.down());
  }

  private void add(Item first, String task, Item next, String nextTask, Set<Bond> bonds) {
    int firstAt = positions[first.number()];
    int nextAt = positions[next.number()];
    int place = firstAt;
    int distance = 0;
    if (first != next) {
      Item inner = inner(first, next);
      place = lasts[inner.number()];
      distance = distance(inner, first, next);
    }
    ranked.add(new Ranked(first, task, next, nextTask, bonds, place, distance, firstAt, nextAt));
  }

  /**
   * All that were added: place by place, as what is left to sort then is at hand and little. They
   * are made in their order, so that each lies next to the one before it when they are gone
   * through.
   */
  List<Relation> inOrder() {
    List<Ranked> sorted = Counted.byNumber(ranked, Ranked::place, positions.length);
    List<Relation> relations = new ArrayList<>(sorted.size());
    for (int from = 0, to; from < sorted.size(); from = to) {
      int place = sorted.get(from).place;
      for (to = from; to < sorted.size() && sorted.get(to).place == place; ) {
        to++;
      }
      Collections.sort(sorted.subList(from, to));
    }
    sorted.forEach(each -> relations.add(each.relation()));
    return relations;
  }

  /**
   * The member where one side is a collective and the other is in it; else the side that comes
   * later.
   */
  private static Item inner(Item first, Item next) {
    if (first.parent() == next) {
      return first;
    }
    Item parent = first.parent();
    boolean firstIsLater =
        next.parent() != first
            && parent != null
            && parent.members().indexOf(first) >= parent.members().indexOf(next);
    return firstIsLater ? first : next;
  }

  private static int distance(Item inner, Item first, Item next) {
    Item parent = inner.parent();
    boolean withParent = parent != null && (parent == first || parent == next);
    boolean inGroup = parent != null && parent.isGroup();
    return (inGroup ? 1 : 3) + (withParent ? 0 : 1);
  }

  private Item outer(String id) {
    if (lastOuter == null || !lastOuter.id().equals(id)) {
      lastOuter = item(id);
    }
    return lastOuter;
  }

  private Item item(String id) {
    Item item = resources.item(id);
    if (item == null) {
      throw new IllegalArgumentException("a rule orders `" + id + "`, which is no resource");
    }
    return item;
  }
}
