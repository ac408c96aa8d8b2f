package dev.drover.schedule.act;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.fact.Bond;
import dev.drover.model.fact.Closed;
import dev.drover.model.fact.ExclusiveProbes;
import dev.drover.model.fact.NotProbed;
import dev.drover.model.fact.NotProbedOn;
import dev.drover.model.fact.ProbedNode;
import dev.drover.model.fact.ProbedOnlyOn;
import dev.drover.model.fact.WithoutProbes;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.order.OrderContext;
import dev.drover.schedule.order.Relation;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.place.Replica;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.ItemNodes;
import dev.drover.schedule.tree.NodeSets;
import dev.drover.schedule.tree.Place;
import dev.drover.schedule.tree.Standing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for every resource on every node where its state is not known, as the rules allow. */
final class ProbeSteps {
  // one for all: there may be a million probes
  private static final Set<Bond> FIRST = Set.of(Bond.ORDERED);
  private static final Set<Bond> MUST_RUN = Set.of(Bond.ORDERED, Bond.FIRST_MUST_RUN);
  private static final Map<String, String> STOPPED = Map.of("op_target_rc", "7");

  /** So many resources that what is known of them stays in the processor's cache. */
  private static final int AT_A_TIME = 200;

  private final StepBook book;
  private final OrderContext context;
  private final List<Relation> all;
  private final Set<String> probedNodes = new HashSet<>();
  private final Set<String> notProbed = new HashSet<>();
  private final NodeSets notProbedOn = new NodeSets();
  private final NodeSets probedOnlyOn = new NodeSets();
  private final Set<String> exclusive = new HashSet<>();
  private final ItemNodes known;
  private final Map<String, Closed> closed = new HashMap<>();
  private final Map<String, Replica> bundled = new HashMap<>();

  /** With probes that come before the start, and that is all: one relation does for all nodes. */
  private final Set<Item> beforeOwnStart = new HashSet<>();

  /** Those of the resource that is looked for just now. */
  private List<Relation> relations = new ArrayList<>();

  ProbeSteps(
      StepBook book,
      OrderContext context,
      List<Relation> relations,
      ItemNodes known,
      RuleSession session) {
    this.book = book;
    this.context = context;
    this.all = relations;
    session.facts(ProbedNode.class).forEach(fact -> probedNodes.add(fact.node()));
    session.facts(WithoutProbes.class).forEach(fact -> probedNodes.remove(fact.node()));
    for (Closed fact : session.facts(Closed.class)) {
      closed.merge(fact.node(), fact, (a, b) -> a.stops() ? a : b);
    }
    context
        .bundles()
        .values()
        .forEach(
            replicas ->
                replicas.stream()
                    .filter(r -> r.node() != null)
                    .forEach(r -> bundled.put(r.node(), r)));
    session.facts(NotProbed.class).forEach(fact -> notProbed.add(fact.resource()));
    session.facts(NotProbedOn.class).forEach(fact -> notProbedOn.add(fact.resource(), fact.node()));
    session
        .facts(ProbedOnlyOn.class)
        .forEach(fact -> probedOnlyOn.add(fact.resource(), fact.node()));
    session.facts(ExclusiveProbes.class).forEach(fact -> exclusive.add(fact.resource()));
    this.known = known;
  }

  /**
   * Makes the probes node by node; their relations follow resource by resource, as a million of
   * them are linked faster where those of one resource come together.
   */
  void create() {
    List<String> nodes = context.nodes().keySet().stream().filter(probedNodes::contains).toList();
    List<Item> roots = context.roots();
    int before = book.steps().size();
    for (int from = 0; from < roots.size(); from += AT_A_TIME) {
      create(roots.subList(from, Math.min(from + AT_A_TIME, roots.size())), nodes);
    }
    if (roots.size() > AT_A_TIME) {
      book.arrangeByNode(before, nodes);
    }
  }

  private void create(List<Item> roots, List<String> nodes) {
    List<List<Relation>> ofRoots = new ArrayList<>(roots.size());
    roots.forEach(root -> ofRoots.add(new ArrayList<>()));
    for (String node : nodes) {
      for (int i = 0; i < roots.size(); i++) {
        relations = ofRoots.get(i);
        probe(roots.get(i), node);
      }
    }
    for (int i = 0; i < roots.size(); i++) {
      all.addAll(ofRoots.get(i));
      roots.get(i).primitives().filter(beforeOwnStart::contains).forEach(this::relateToOwnStart);
    }
  }

  private void relateToOwnStart(Item item) {
    all.add(Relation.of(item, "monitor", item, "start", Bond.ORDERED));
  }

  private void probe(Item item, String node) {
    if (item.isPrimitive()) {
      probePrimitive(item, node);
    } else if (item.isClone() && item.shape() != null && !item.shape().unique()) {
      probe(oneInstance(item, node), node);
    } else if (item.kind() == Kind.BUNDLE) {
      probeBundle(item, node);
    } else {
      item.members().forEach(member -> probe(member, node));
    }
  }

  private void probeBundle(Item bundle, String node) {
    List<Replica> replicas = context.bundles().getOrDefault(bundle.id(), List.of());
    boolean single = bundle.shape() == null || bundle.shape().nodeMax() == 1;
    for (Replica replica : replicas) {
      probePart(context.item(replica.address()), node);
      if (node.equals(replica.node())) {
        probePart(context.item(replica.instance()), node);
      }
      if (probePart(context.item(replica.container()), node) != null && single) {
        holdOthers(replica, replicas);
      }
      Step probe = probePart(context.item(replica.connection()), node);
      if (probe != null) {
        relations.add(
            Relation.of(
                context.item(replica.container()),
                "start",
                probe,
                EnumSet.of(Bond.NESTED_REMOTE_PROBE)));
      }
    }
  }

  /**
   * Where a node takes one container only, none starts before it is known that no other runs there.
   */
  private void holdOthers(Replica probed, List<Replica> replicas) {
    for (Replica other : replicas) {
      if (other != probed) {
        relations.add(
            Relation.of(
                context.item(probed.container()),
                "monitor",
                context.item(other.container()),
                "start",
                EnumSet.of(Bond.ORDERED, Bond.SAME_NODE)));
      }
    }
  }

  private @Nullable Step probePart(@Nullable Item part, String node) {
    return part == null ? null : probePrimitive(part, node);
  }

  /** A node inside of a bundle is for what runs inside, and for nothing else. */
  private boolean isElsewhere(Item item, String node) {
    Replica replica = bundled.get(node);
    return replica != null && !item.id().equals(replica.instance());
  }

  /**
   * Whether a guest node cannot be looked into. What may run there waits until the resource that
   * the node runs in has stopped, or is known to be down where it is to start.
   */
  private boolean isClosed(Item item, String node) {
    Closed fact = closed.get(node);
    if (fact == null) {
      return false;
    }
    Item top = item.collective();
    Item launcher = context.item(fact.resource());
    if (launcher == null) {
      return true;
    }
    if (fact.stops()) {
      relations.add(Relation.of(launcher, "stop", top, "start", EnumSet.of(Bond.ORDERED)));
    } else {
      Place place = context.places().getOrDefault(fact.resource(), Place.NOWHERE);
      if (place.node() != null && !known.has(launcher, place.node())) {
        relations.add(Relation.of(launcher, "monitor", top, "start", EnumSet.of(Bond.ORDERED)));
      }
    }
    return true;
  }

  /**
   * Of instances that cannot be told apart, only one is looked for: one that is known there, else
   * one that goes there.
   */
  private Item oneInstance(Item clone, String node) {
    for (Item instance : clone.members()) {
      if (instance.primitives().anyMatch(primitive -> isKnown(primitive, node))) {
        return instance;
      }
    }
    for (Item instance : clone.members()) {
      if (instance
          .primitives()
          .anyMatch(primitive -> node.equals(context.place(primitive).node()))) {
        return instance;
      }
    }
    return clone.members().get(0);
  }

  private boolean isKnown(Item primitive, String node) {
    return known.has(primitive, node);
  }

  private @Nullable Step probePrimitive(Item item, String node) {
    if (notProbed.contains(item.id())
        || isKnown(item, node)
        || isForbidden(item, node)
        || isElsewhere(item, node)
        || isClosed(item, node)) {
      return null;
    }
    Step probe = book.step(item, "monitor", 0, node, false);
    probe.required = true;
    Standing standing = book.standing(item);
    if (!standing.isActiveOn(node)) {
      probe.putAll(STOPPED);
    } else if (standing.role() == Role.PROMOTED) {
      probe.put("op_target_rc", "8");
    }
    Item collective = item.collective();
    Item top = collective.isClone() ? collective : item;
    boolean mustRun =
        !probe.runnable
            && top.primitives().noneMatch(primitive -> context.standing(primitive).isActive());
    boolean reloads = !book.of(top, "reload-agent").isEmpty();
    if (top == item && !mustRun && !reloads) {
      beforeOwnStart.add(item);
    } else {
      relations.add(Relation.of(probe, top, "start", mustRun ? MUST_RUN : FIRST));
    }
    if (reloads) {
      relations.add(Relation.of(probe, top, "reload-agent", FIRST));
    }
    return probe;
  }

  private boolean isForbidden(Item item, String node) {
    if (notProbedOn.isEmpty() && exclusive.isEmpty()) {
      return false;
    }
    for (Item around = item; around != null; around = around.parent()) {
      boolean bundle = around.kind() == Kind.BUNDLE;
      for (String name : List.of(around.id(), around.baseName())) {
        if (notProbedOn.has(name, node)
            || (!bundle && exclusive.contains(name) && !probedOnlyOn.has(name, node))) {
          return true;
        }
      }
    }
    return false;
  }
}
