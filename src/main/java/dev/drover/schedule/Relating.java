package dev.drover.schedule;

import static java.util.Objects.requireNonNull;

import dev.drover.model.fact.AwaitsRoom;
import dev.drover.model.fact.Between;
import dev.drover.model.fact.Bond;
import dev.drover.model.fact.ConfiguredOrder;
import dev.drover.model.fact.Cycle;
import dev.drover.model.fact.GivesRoom;
import dev.drover.model.fact.Nested;
import dev.drover.model.fact.Node;
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
import org.jspecify.annotations.Nullable;

/** Turns the orders that the rules concluded into relations between steps, in a fixed order. */
final class Relating {
  private static final Set<Bond> ON_ITS_NODE = Set.of(Bond.SAME_NODE_OR_TARGET);

  /** How an action stands to a gate that it helps to open. */
  private static final Set<Bond> OPENS = Set.of(Bond.MIN_RUNNABLE, Bond.FIRST_GRAPHS_THEN);

  private final StepBook book;
  private final ResourceTable resources;
  private final List<Relation> relations = new ArrayList<>();

  private Relating(StepBook book, ResourceTable resources) {
    this.book = book;
    this.resources = resources;
  }

  static List<Relation> of(
      RuleSession session, List<OrderPair> written, StepBook book, ResourceTable resources) {
    Relating relating = new Relating(book, resources);
    relating.configured(session.facts(ConfiguredOrder.class), written);
    relating.implied(session);
    List<Node> nodes = new ArrayList<>(session.facts(Node.class));
    nodes.sort(Comparator.comparingInt(Node::order));
    relating.room(
        nodes,
        Set.copyOf(session.facts(GivesRoom.class)),
        Set.copyOf(session.facts(AwaitsRoom.class)));
    return relating.relations;
  }

  /** As they were written, in the order of the configuration. */
  private void configured(List<ConfiguredOrder> facts, List<OrderPair> written) {
    Map<OrderPair, Integer> position = new HashMap<>();
    for (int i = 0; i < written.size(); i++) {
      position.putIfAbsent(written.get(i), i);
    }
    List<ConfiguredOrder> sorted = new ArrayList<>(facts);
    sorted.sort(
        Comparator.comparing(fact -> position.getOrDefault(fact.pair(), Integer.MAX_VALUE)));
    sorted.forEach(this::configured);
  }

  private void configured(ConfiguredOrder fact) {
    OrderPair pair = fact.pair();
    Set<Bond> bonds = fact.bonds();
    if (pair.firstGate() != null) {
      afterGate(gate(pair.firstGate(), 1), pair, bonds);
    } else if (pair.nextGate() != null) {
      Step gate = gate(pair.nextGate(), 1);
      relations.add(
          Relation.of(item(pair.first()), requireNonNull(pair.firstAction()), gate, OPENS));
    } else if (needed(pair) > 0) {
      someInstances(pair, bonds);
    } else {
      relations.add(
          Relation.of(
              item(pair.first()),
              requireNonNull(pair.firstAction()),
              item(pair.next()),
              requireNonNull(pair.nextAction()),
              bonds));
    }
  }

  private Step gate(String name, int needed) {
    Step gate = book.pseudo(name);
    gate.runnableNeeded = needed;
    return gate;
  }

  /**
   * How many instances of a clone are enough for what follows; 0 where the whole clone is meant.
   */
  private int needed(OrderPair pair) {
    Item first = item(pair.first());
    if (first == null
        || !first.isClone()
        || first.shape() == null
        || pair.symmetry() == OrderPair.Symmetry.INVERSE) {
      return 0;
    }
    int needed = first.shape().minRunnable();
    return needed > 0 ? needed : pair.requireAll() ? 0 : 1;
  }

  private void someInstances(OrderPair pair, Set<Bond> bonds) {
    Item clone = item(pair.first());
    if (clone == null) {
      return;
    }
    Step gate = gate("clone-one-or-more:" + pair.id(), needed(pair));
    for (Item instance : clone.members()) {
      relations.add(Relation.of(instance, requireNonNull(pair.firstAction()), gate, OPENS));
    }
    afterGate(gate, pair, bonds);
  }

  /** What follows a gate cannot be done while the gate is closed. */
  private void afterGate(Step gate, OrderPair pair, Set<Bond> bonds) {
    Set<Bond> strict = EnumSet.copyOf(bonds);
    strict.add(Bond.FIRST_MUST_RUN);
    relations.add(Relation.of(gate, item(pair.next()), requireNonNull(pair.nextAction()), strict));
  }

  /** Resource by resource: what it leaves behind, then what it waits for. */
  private void room(List<Node> nodes, Set<GivesRoom> given, Set<AwaitsRoom> awaited) {
    if (given.isEmpty() && awaited.isEmpty()) {
      return;
    }
    for (Item item : resources.all()) {
      for (Node node : nodes) {
        if (given.contains(new GivesRoom(item.id(), node.id()))) {
          beforeRoom(item, node);
        }
      }
      for (Node node : nodes) {
        if (awaited.contains(new AwaitsRoom(item.id(), node.id()))) {
          afterRoom(node, item, "start");
          afterRoom(node, item, "migrate_to");
        }
      }
    }
  }

  private void beforeRoom(Item item, Node node) {
    relations.add(Relation.of(item, "stop", book.roomFreed(node.id()), ON_ITS_NODE));
  }

  private void afterRoom(Node node, Item item, String task) {
    relations.add(Relation.of(book.roomFreed(node.id()), item, task, ON_ITS_NODE));
  }

  private void implied(RuleSession session) {
    Sequences sequences = new Sequences(resources);
    session.facts(Sequence.class).forEach(sequences::add);
    session.facts(Cycle.class).forEach(sequences::add);
    session.facts(Between.class).forEach(sequences::add);
    session.facts(Nested.class).forEach(sequences::add);
    relations.addAll(sequences.inOrder());
  }

  private @Nullable Item item(@Nullable String id) {
    return id == null ? null : resources.item(id);
  }
}
