package dev.drover.schedule;

import dev.drover.model.fact.Bond;
import dev.drover.model.fact.ConfiguredOrder;
import dev.drover.model.fact.OrderPair;
import dev.drover.model.fact.Sequence;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.ResourceTable;
import dev.drover.schedule.order.Relation;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.tree.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Turns the orders that the rules concluded into relations between steps, in a fixed order. */
final class Relating {
  private final StepBook book;
  private final ResourceTable resources;
  private final List<Relation> relations = new ArrayList<>();

  private Relating(StepBook book, ResourceTable resources) {
    this.book = book;
    this.resources = resources;
  }

  static List<Relation> of(RuleSession session, List<OrderPair> written, StepBook book, ResourceTable resources) {
    Relating relating = new Relating(book, resources);
    relating.configured(session.facts(ConfiguredOrder.class), written);
    relating.implied(session.facts(Sequence.class));
    return relating.relations;
  }

  /** As they were written, in the order of the configuration. */
  private void configured(List<ConfiguredOrder> facts, List<OrderPair> written) {
    Map<OrderPair, Integer> position = new HashMap<>();
    for (int i = 0; i < written.size(); i++) {
      position.putIfAbsent(written.get(i), i);
    }
    List<ConfiguredOrder> sorted = new ArrayList<>(facts);
    sorted.sort(Comparator.comparing(fact -> position.getOrDefault(fact.pair(), Integer.MAX_VALUE)));
    sorted.forEach(this::configured);
  }

  private void configured(ConfiguredOrder fact) {
    OrderPair pair = fact.pair();
    Set<Bond> bonds = fact.bonds();
    if (pair.firstGate() != null) {
      Step gate = gate(pair.firstGate(), 1);
      Set<Bond> strict = EnumSet.copyOf(bonds);
      strict.add(Bond.FIRST_MUST_RUN);
      relations.add(new Relation(null, null, gate, pair.next(), pair.nextAction(), null, strict));
    } else if (pair.nextGate() != null) {
      Step gate = gate(pair.nextGate(), 1);
      relations.add(
          new Relation(
              pair.first(),
              pair.firstAction(),
              null,
              null,
              null,
              gate,
              EnumSet.of(Bond.MIN_RUNNABLE, Bond.FIRST_GRAPHS_THEN)));
    } else if (needed(pair) > 0) {
      someInstances(pair, bonds);
    } else {
      relations.add(
          new Relation(pair.first(), pair.firstAction(), null, pair.next(), pair.nextAction(), null, bonds));
    }
  }

  private Step gate(String name, int needed) {
    Step gate = book.pseudo(name);
    gate.runnableNeeded = needed;
    return gate;
  }

  /** How many instances of a clone are enough for what follows; 0 where the whole clone is meant. */
  private int needed(OrderPair pair) {
    Item first = pair.first() == null ? null : resources.item(pair.first());
    if (first == null || first.shape() == null || pair.symmetry() == OrderPair.Symmetry.INVERSE) {
      return 0;
    }
    int needed = first.shape().minRunnable();
    return needed > 0 ? needed : pair.requireAll() ? 0 : 1;
  }

  private void someInstances(OrderPair pair, Set<Bond> bonds) {
    Item clone = resources.item(String.valueOf(pair.first()));
    if (clone == null) {
      return;
    }
    Step gate = gate("clone-one-or-more:" + pair.id(), needed(pair));
    for (Item instance : clone.members()) {
      relations.add(
          new Relation(
              instance.id(),
              pair.firstAction(),
              null,
              null,
              null,
              gate,
              EnumSet.of(Bond.MIN_RUNNABLE, Bond.FIRST_GRAPHS_THEN)));
    }
    Set<Bond> strict = EnumSet.copyOf(bonds);
    strict.add(Bond.FIRST_MUST_RUN);
    relations.add(new Relation(null, null, gate, pair.next(), pair.nextAction(), null, strict));
  }

  /**
   * What the rules imply, resource by resource in the order of the tree: first what holds within a resource, then what
   * ties it to its parent, then what ties it to others before it.
   *
   * <p>The order matters where an action that is waited for does not exist: it is made then, and only what is said later
   * applies to it.
   */
  private void implied(List<Sequence> facts) {
    Map<String, Integer> position = new HashMap<>();
    List<Item> items = resources.all();
    for (int i = 0; i < items.size(); i++) {
      position.put(items.get(i).id(), i);
    }
    ToIntFunction<Sequence> first = fact -> position.getOrDefault(fact.first(), 0);
    ToIntFunction<Sequence> next = fact -> position.getOrDefault(fact.next(), 0);
    List<Sequence> sorted = new ArrayList<>(facts);
    sorted.sort(
        Comparator.<Sequence>comparingInt(fact -> Math.max(first.applyAsInt(fact), next.applyAsInt(fact)))
            .thenComparing(fact -> !fact.first().equals(fact.next()))
            .thenComparingInt(fact -> Math.min(first.applyAsInt(fact), next.applyAsInt(fact)))
            .thenComparing(Comparator.comparing(Sequence::firstTask).reversed())
            .thenComparingInt(first)
            .thenComparing(Sequence::nextTask)
            .thenComparing(fact -> EnumSet.copyOf(fact.bonds()).toString()));
    for (Sequence fact : sorted) {
      relations.add(
          new Relation(
              fact.first(), fact.firstTask(), null, fact.next(), fact.nextTask(), null, EnumSet.copyOf(fact.bonds())));
    }
  }
}
