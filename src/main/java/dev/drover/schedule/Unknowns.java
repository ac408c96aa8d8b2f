package dev.drover.schedule;

import dev.drover.model.NodeKind;
import dev.drover.model.fact.Connection;
import dev.drover.model.fact.Fence;
import dev.drover.model.fact.StateUnknown;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.NodeTable;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.ItemNodes;
import dev.drover.schedule.tree.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says where it matters which primitives are not known to run or not to run on a node. Elsewhere
 * there would be as many facts as resources and nodes.
 */
final class Unknowns {
  private final Given given;
  private final ItemNodes known;
  private final Set<String> told = new HashSet<>();

  /**
   * Of one decision.
   *
   * @param known where each resource is known to run, or not to run
   */
  Unknowns(Given given, ItemNodes known) {
    this.given = given;
    this.known = known;
  }

  /** On remote nodes whose connection has no place. */
  List<StateUnknown> behindConnections(RuleSession session, Map<String, Place> places) {
    Set<String> nodes = new TreeSet<>();
    for (Connection fact : session.facts(Connection.class)) {
      NodeTable.Entry node = given.nodes().byId(fact.node());
      Place place = places.getOrDefault(fact.resource(), Place.NOWHERE);
      if (node != null && node.kind() == NodeKind.REMOTE && place.node() == null) {
        nodes.add(node.id());
      }
    }
    return on(nodes);
  }

  /** On nodes that are to be fenced, as far as it was not told yet. */
  List<StateUnknown> onFenced(RuleSession session) {
    Set<String> nodes = new TreeSet<>();
    session.facts(Fence.class).forEach(fact -> nodes.add(fact.node()));
    return on(nodes);
  }

  private List<StateUnknown> on(Set<String> nodes) {
    List<StateUnknown> facts = new ArrayList<>();
    for (String node : nodes) {
      if (told.add(node)) {
        given.resources().all().stream()
            .filter(item -> item.isPrimitive() && !known.has(item, node))
            .forEach(item -> facts.add(fact(item, node)));
      }
    }
    return facts;
  }

  private StateUnknown fact(Item item, String node) {
    Set<String> names = new TreeSet<>();
    for (Item around = item; around != null; around = around.parent()) {
      names.add(around.id());
      names.add(around.baseName());
    }
    return new StateUnknown(item.id(), node, isEntirely(item, node), names);
  }

  private boolean isEntirely(Item item, String node) {
    Item clone = item.enclosingClone();
    return clone == null
        || clone.shape() == null
        || clone.shape().unique()
        || clone
            .primitives()
            .filter(other -> other.baseName().equals(item.baseName()))
            .noneMatch(other -> known.has(other, node));
  }
}
