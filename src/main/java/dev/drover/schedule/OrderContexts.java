package dev.drover.schedule;

import dev.drover.model.fact.Abandoned;
import dev.drover.model.fact.CanFence;
import dev.drover.model.fact.Cleared;
import dev.drover.model.fact.Colocation;
import dev.drover.model.fact.MayMigrate;
import dev.drover.model.fact.Migrate;
import dev.drover.model.fact.Online;
import dev.drover.model.fact.Pending;
import dev.drover.model.fact.Reached;
import dev.drover.model.fact.Reset;
import dev.drover.model.fact.Unclean;
import dev.drover.model.fact.Undemanding;
import dev.drover.model.fact.Withheld;
import dev.drover.rules.RuleSession;
import dev.drover.schedule.given.Given;
import dev.drover.schedule.given.NodeTable;
import dev.drover.schedule.order.NodeFact;
import dev.drover.schedule.order.OrderContext;
import dev.drover.schedule.tree.Item;
import dev.drover.schedule.tree.PerItem;
import dev.drover.schedule.tree.Place;
import dev.drover.schedule.tree.Standing;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hands the conclusions of the rules to the order stage. */
final class OrderContexts {
  private OrderContexts() {}

  static OrderContext of(
      Given given,
      RuleSession session,
      PerItem<Standing> standings,
      Map<String, Place> places,
      List<Colocation> colocations) {
    Set<String> migratable = new HashSet<>();
    session.facts(MayMigrate.class).forEach(fact -> migratable.add(fact.resource()));
    Set<String> undemanding = new HashSet<>();
    session.facts(Undemanding.class).forEach(fact -> undemanding.add(fact.resource()));
    Map<String, String> withheld = new HashMap<>();
    session
        .facts(Withheld.class)
        .forEach(fact -> withheld.merge(fact.resource(), fact.reason(), OrderContexts::first));
    return new OrderContext(
        given.resources().roots(),
        given.resources().byId(),
        goingOn(standings, given.resources().all(), session),
        places,
        nodes(given, session),
        migratable,
        undemanding,
        withheld,
        given.replicas(),
        colocations);
  }

  /** A live migration that does not go on no longer matters to the order. */
  private static PerItem<Standing> goingOn(
      PerItem<Standing> standings, List<Item> items, RuleSession session) {
    Set<String> underWay = new HashSet<>();
    session
        .facts(Migrate.class)
        .forEach(
            fact -> {
              if (fact.underWay()) {
                underWay.add(fact.resource());
              }
            });
    PerItem<Standing> settled = new PerItem<>();
    for (Item item : items) {
      Standing standing = standings.get(item, Standing.STOPPED);
      boolean goesOn = standing.migrationTarget() == null || underWay.contains(item.id());
      settled.put(item, goesOn ? standing : standing.withoutMigration());
    }
    return settled;
  }

  private static String first(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static Map<String, NodeFact> nodes(Given given, RuleSession session) {
    Set<String> online = new HashSet<>();
    session.facts(Online.class).forEach(fact -> online.add(fact.node()));
    session.facts(Reached.class).forEach(fact -> online.add(fact.node()));
    Set<String> reset = new HashSet<>();
    session.facts(Reset.class).forEach(fact -> reset.add(fact.node()));
    Set<String> pending = new HashSet<>();
    session.facts(Pending.class).forEach(fact -> pending.add(fact.node()));
    Set<String> unclean = new HashSet<>();
    session.facts(Unclean.class).forEach(fact -> unclean.add(fact.node()));
    session.facts(Cleared.class).forEach(fact -> unclean.remove(fact.node()));
    session.facts(Abandoned.class).forEach(fact -> unclean.add(fact.node()));
    Set<String> fenceable = new HashSet<>();
    session.facts(CanFence.class).forEach(fact -> fenceable.add(fact.node()));
    Map<String, NodeFact> nodes = new LinkedHashMap<>();
    for (NodeTable.Entry node : given.nodes().all()) {
      nodes.put(
          node.id(),
          new NodeFact(
              node.id(),
              node.name(),
              node.kind(),
              online.contains(node.id()),
              pending.contains(node.id()),
              unclean.contains(node.id()),
              reset.contains(node.id()),
              fenceable.contains(node.id()),
              given.container(node)));
    }
    return nodes;
  }
}
