package dev.drover.text.cib;

import dev.drover.model.config.ColocationConstraint;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.LocationRule;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceSet;
import dev.drover.model.config.TicketConstraint;
import dev.drover.text.xml.XmlElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes constraints. */
final class ConstraintElements {
  private ConstraintElements() {}

  static XmlElement of(Configuration configuration) {
    XmlElement list = Xml.element("constraints");
    configuration.locations().forEach(location -> Xml.add(list, location(location)));
    configuration.colocations().forEach(colocation -> Xml.add(list, colocation(colocation)));
    configuration.orders().forEach(order -> Xml.add(list, order(order)));
    configuration.tickets().forEach(ticket -> Xml.add(list, ticket(ticket)));
    return list;
  }

  private static XmlElement location(LocationConstraint location) {
    XmlElement element =
        Xml.element(
            "rsc_location",
            "id",
            location.id(),
            "rsc",
            location.resource(),
            "rsc-pattern",
            location.pattern(),
            "role",
            location.role(),
            "node",
            location.node(),
            "score",
            location.score(),
            "resource-discovery",
            location.discovery());
    addSets(element, location.sets());
    location.rules().forEach(rule -> Xml.add(element, rule(rule)));
    return element;
  }

  private static XmlElement rule(LocationRule rule) {
    XmlElement element =
        Xml.element(
            "rule",
            "id",
            Xml.unlessEmpty(rule.id()),
            "score",
            rule.score(),
            "score-attribute",
            rule.scoreAttribute(),
            "role",
            rule.role());
    return SettingElements.rule(element, rule.condition());
  }

  private static XmlElement colocation(ColocationConstraint colocation) {
    XmlElement element =
        Xml.element(
            "rsc_colocation",
            "id",
            colocation.id(),
            "rsc",
            colocation.dependent(),
            "rsc-role",
            colocation.dependentRole(),
            "with-rsc",
            colocation.primary(),
            "with-rsc-role",
            colocation.primaryRole(),
            "node-attribute",
            colocation.nodeAttribute(),
            "score",
            colocation.score(),
            "influence",
            colocation.influence());
    addSets(element, colocation.sets());
    return element;
  }

  private static XmlElement order(OrderConstraint order) {
    XmlElement element =
        Xml.element(
            "rsc_order",
            "id",
            order.id(),
            "first",
            order.first(),
            "first-action",
            order.firstAction(),
            "then",
            order.then(),
            "then-action",
            order.thenAction(),
            "kind",
            order.kind(),
            "symmetrical",
            order.symmetrical(),
            "require-all",
            falseOnly(order.requireAll()));
    addSets(element, order.sets());
    return element;
  }

  private static XmlElement ticket(TicketConstraint ticket) {
    XmlElement element =
        Xml.element(
            "rsc_ticket",
            "id",
            ticket.id(),
            "rsc",
            ticket.resource(),
            "rsc-role",
            ticket.role(),
            "ticket",
            ticket.ticket(),
            "loss-policy",
            ticket.lossPolicy());
    addSets(element, ticket.sets());
    return element;
  }

  private static void addSets(XmlElement constraint, List<ResourceSet> sets) {
    for (ResourceSet set : sets) {
      XmlElement element =
          Xml.add(
              constraint,
              Xml.element(
                  "resource_set",
                  "id",
                  Xml.unlessEmpty(set.id()),
                  "sequential",
                  set.endsOnly() ? Boolean.TRUE : falseOnly(set.sequential()),
                  "require-all",
                  falseOnly(set.requireAll()),
                  "action",
                  set.action(),
                  "role",
                  set.role(),
                  "score",
                  set.score(),
                  "ordering",
                  set.ordering(),
                  "kind",
                  set.kind()));
      set.resources()
          .forEach(resource -> Xml.add(element, Xml.element("resource_ref", "id", resource)));
    }
  }

  /** What is true where nothing is written. */
  private static @Nullable Boolean falseOnly(boolean value) {
    return value ? null : false;
  }
}
