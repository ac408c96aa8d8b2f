package dev.drover.schedule.act;

import dev.drover.model.Role;
import dev.drover.model.fact.Bond;
import dev.drover.model.fact.ExclusiveProbes;
import dev.drover.model.fact.Known;
import dev.drover.model.fact.NotProbed;
import dev.drover.model.fact.NotProbedOn;
import dev.drover.model.fact.ProbedNode;
import dev.drover.model.fact.ProbedOnlyOn;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.order.OrderContext;
import dev.drover.schedule.order.Relation;
import dev.drover.schedule.order.Step;
import dev.drover.schedule.order.StepBook;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.Standing;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for every resource on every node where its state is not known, as the rules allow. */
final class ProbeSteps {
  private final StepBook book;
  private final OrderContext context;
  private final List<Relation> relations;
  private final Set<String> probedNodes = new HashSet<>();
  private final Set<String> notProbed = new HashSet<>();
  private final Map<String, Set<String>> notProbedOn = new HashMap<>();
  private final Map<String, Set<String>> probedOnlyOn = new HashMap<>();
  private final Set<String> exclusive = new HashSet<>();
  private final Map<String, Set<String>> known = new HashMap<>();

  ProbeSteps(StepBook book, OrderContext context, List<Relation> relations, RuleSession session) {
    this.book = book;
    this.context = context;
    this.relations = relations;
    session.facts(ProbedNode.class).forEach(fact -> probedNodes.add(fact.node()));
    session.facts(NotProbed.class).forEach(fact -> notProbed.add(fact.resource()));
    session.facts(NotProbedOn.class).forEach(fact -> put(notProbedOn, fact.resource(), fact.node()));
    session.facts(ProbedOnlyOn.class).forEach(fact -> put(probedOnlyOn, fact.resource(), fact.node()));
    session.facts(ExclusiveProbes.class).forEach(fact -> exclusive.add(fact.resource()));
    session.facts(Known.class).forEach(fact -> put(known, fact.resource(), fact.node()));
  }

  private static void put(Map<String, Set<String>> map, String key, String value) {
    map.computeIfAbsent(key, k -> new HashSet<>()).add(value);
  }

  void create() {
    for (String node : context.nodes().keySet()) {
      if (probedNodes.contains(node)) {
        context.roots().forEach(root -> probe(root, node));
      }
    }
  }

  private void probe(Item item, String node) {
    if (item.isPrimitive()) {
      probePrimitive(item, node);
    } else if (item.isClone() && item.shape() != null && !item.shape().unique()) {
      probe(oneInstance(item, node), node);
    } else {
      item.members().forEach(member -> probe(member, node));
    }
  }

  /** Of instances that cannot be told apart, only one is looked for: one that is known there, else one that goes there. */
  private Item oneInstance(Item clone, String node) {
    for (Item instance : clone.members()) {
      if (instance.primitives().anyMatch(primitive -> isKnown(primitive, node))) {
        return instance;
      }
    }
    for (Item instance : clone.members()) {
      if (instance.primitives().anyMatch(primitive -> node.equals(context.place(primitive).node()))) {
        return instance;
      }
    }
    return clone.members().get(0);
  }

  private boolean isKnown(Item primitive, String node) {
    return known.getOrDefault(primitive.id(), Set.of()).contains(node);
  }

  private void probePrimitive(Item item, String node) {
    if (notProbed.contains(item.id()) || isKnown(item, node) || isForbidden(item, node)) {
      return;
    }
    Step probe = book.step(item, "monitor", 0, node, false);
    probe.required = true;
    Standing standing = context.standing(item);
    if (!standing.isActiveOn(node)) {
      probe.put("op_target_rc", "7");
    } else if (standing.role() == Role.PROMOTED) {
      probe.put("op_target_rc", "8");
    }
    Item top = item.top().isClone() ? item.top() : item;
    EnumSet<Bond> bonds = EnumSet.of(Bond.ORDERED);
    if (!probe.runnable && top.primitives().noneMatch(primitive -> context.standing(primitive).isActive())) {
      bonds.add(Bond.FIRST_MUST_RUN);
    }
    relations.add(new Relation(null, null, probe, top.id(), "start", null, bonds));
    relations.add(new Relation(null, null, probe, top.id(), "reload-agent", null, EnumSet.of(Bond.ORDERED)));
  }

  private boolean isForbidden(Item item, String node) {
    for (Item around = item; around != null; around = around.parent()) {
      for (String name : List.of(around.id(), around.baseName())) {
        if (notProbedOn.getOrDefault(name, Set.of()).contains(node)
            || (exclusive.contains(name) && !probedOnlyOn.getOrDefault(name, Set.of()).contains(node))) {
          return true;
        }
      }
    }
    return false;
  }
}
