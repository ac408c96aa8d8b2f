package dev.drover.text.yaml;

import dev.drover.model.config.Configuration;
import dev.drover.scenario.ConfigurationChange;
import dev.drover.scenario.Event;
import dev.drover.scenario.NodeEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Reads what happens in a step: each event is a map whose one key is the verb. */
final class EventReader {
  static final List<String> VERBS =
      List.of(
          "comes-up",
          "loses-power",
          "stops-answering",
          "shuts-down",
          "confirmed-down",
          "standby",
          "unstandby",
          "enters-maintenance",
          "leaves-maintenance",
          "reports",
          "node-attributes",
          "fails",
          "hangs",
          "mended",
          "dies",
          "started-by-hand",
          "fence-device-breaks",
          "fence-device-hangs",
          "fence-device-mended",
          "quorum",
          "network",
          "ticket",
          "cleaned-up",
          "time-passes",
          "cluster-options",
          "resource-options",
          "add-constraint",
          "remove-constraint",
          "remove-resource");

  private final Problems problems;
  private final Names names;
  private final AgentEventReader agents;
  private final OptionValues options;

  EventReader(Problems problems, Configuration configuration) {
    this.problems = problems;
    this.names = Names.of(configuration, problems);
    this.agents = new AgentEventReader(problems, names);
    this.options = new OptionValues(problems);
  }

  List<Event> read(YamlNode node) {
    Section section = Section.open(node, "an event", VERBS, problems);
    if (section.fields().size() != 1) {
      if (node instanceof YamlNode.Fields) {
        problems.add(node.mark(), section.fields().size() + " verbs", "one in each event", null);
      }
      return List.of();
    }
    String verb = section.fields().keySet().iterator().next();
    return switch (verb) {
      case "comes-up" -> nodes(section, verb, NodeEvent.ComesUp::new);
      case "loses-power" -> nodes(section, verb, NodeEvent.LosesPower::new);
      case "stops-answering" -> nodes(section, verb, NodeEvent.StopsAnswering::new);
      case "shuts-down" -> nodes(section, verb, NodeEvent.ShutsDown::new);
      case "confirmed-down" -> nodes(section, verb, NodeEvent.ConfirmedDown::new);
      case "standby" -> nodes(section, verb, node(Map.of("standby", "true")));
      case "unstandby" -> nodes(section, verb, node(Map.of("standby", "")));
      case "enters-maintenance" -> maintenance(section, verb, "true");
      case "leaves-maintenance" -> maintenance(section, verb, "");
      case "reports" -> List.of(reports(section.requiredNode(verb)));
      case "node-attributes" -> List.of(nodeAttributes(section.requiredNode(verb)));
      case "quorum" ->
          List.of(
              new Event.QuorumChanges(
                  "regained".equals(section.word(verb, List.of("lost", "regained")))));
      case "network" -> List.of(network(section, verb));
      case "ticket" -> List.of(ticket(section.requiredNode(verb)));
      case "cleaned-up" -> List.of(cleanedUp(section, verb));
      case "time-passes" ->
          List.of(
              new Event.TimePasses(
                  Objects.requireNonNullElse(section.duration(verb), Duration.ZERO)));
      case "cluster-options" ->
          List.of(
              new ConfigurationChange.ClusterOptions(options.cluster(section.requiredNode(verb))));
      case "resource-options" -> List.of(resourceOptions(section.requiredNode(verb)));
      case "add-constraint" ->
          List.of(
              new ConfigurationChange.ConstraintsAdded(
                  new ConstraintReader(problems, names).read(List.of(section.requiredNode(verb)))));
      case "remove-constraint" -> List.of(removeConstraint(section, verb));
      case "remove-resource" -> List.of(removeResource(section, verb));
      default -> agents.read(section, verb);
    };
  }

  private List<Event> nodes(Section section, String key, Function<String, Event> event) {
    List<Event> events = new ArrayList<>();
    for (YamlNode.Text each : section.texts(key)) {
      names.node(each.value(), each.mark());
      events.add(event.apply(each.value()));
    }
    return events;
  }

  private static Function<String, Event> node(Map<String, String> values) {
    return name -> new ConfigurationChange.NodeAttributes(name, values);
  }

  /** The one word "cluster", or nodes and resources by their names. */
  private List<Event> maintenance(Section section, String key, String value) {
    List<Event> events = new ArrayList<>();
    for (YamlNode.Text each : section.texts(key)) {
      String name = each.value();
      if (name.equals("cluster")) {
        events.add(new ConfigurationChange.ClusterOptions(Map.of("maintenance-mode", value)));
      } else if (names.hasNode(name)) {
        events.add(new ConfigurationChange.NodeAttributes(name, Map.of("maintenance", value)));
      } else {
        names.resourceOrNode(name, each.mark());
        events.add(new ConfigurationChange.ResourceOptions(name, Map.of("maintenance", value)));
      }
    }
    return events;
  }

  private Event reports(YamlNode node) {
    Section section = Section.open(node, "a report", List.of("node", "name", "value"), problems);
    String name = section.required("node");
    names.node(name, section.mark("node"));
    String value = section.has("value") ? section.text("value") : "";
    return new NodeEvent.AttributeReported(
        name, section.required("name"), value == null ? "" : value);
  }

  private Event nodeAttributes(YamlNode node) {
    Section section = Section.open(node, "a change of a node", List.of("node", "values"), problems);
    String name = section.required("node");
    names.node(name, section.mark("node"));
    return new ConfigurationChange.NodeAttributes(
        name, options.node(section.requiredNode("values")));
  }

  private Event resourceOptions(YamlNode node) {
    Section section =
        Section.open(node, "a change of a resource", List.of("resource", "values"), problems);
    String name = section.required("resource");
    names.resource(name, section.mark("resource"));
    return new ConfigurationChange.ResourceOptions(
        name, options.resource(section.requiredNode("values")));
  }

  private Event network(Section section, String key) {
    YamlNode value = section.requiredNode(key);
    if (value instanceof YamlNode.Text) {
      section.word(key, List.of("heals"));
      return new Event.NetworkHeals();
    }
    Section splits = Section.open(value, "the network", List.of("splits"), problems);
    List<List<String>> sides = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (YamlNode each : splits.items("splits")) {
      List<YamlNode.Text> members = splits.texts(each, "a side");
      for (YamlNode.Text member : members) {
        names.node(member.value(), member.mark());
        if (!seen.add(member.value())) {
          problems.add(member.mark(), member.value(), "each node on one side", null);
        }
      }
      sides.add(members.stream().map(YamlNode.Text::value).toList());
    }
    if (sides.size() < 2) {
      problems.add(
          value.mark(), sides.size() + " sides", "`splits` with at least two lists of nodes", null);
    }
    return new Event.NetworkSplits(List.copyOf(sides));
  }

  private Event ticket(YamlNode node) {
    Section section = Section.open(node, "a ticket", List.of("name", "is"), problems);
    section.required("is");
    String word = section.word("is", List.of("granted", "revoked", "standby"));
    return new Event.TicketChanges(
        section.required("name"), !"revoked".equals(word), "standby".equals(word));
  }

  private Event cleanedUp(Section section, String key) {
    YamlNode value = section.requiredNode(key);
    if (value instanceof YamlNode.Text text) {
      boolean everything = text.value().equals("everything");
      if (!everything) {
        names.resource(text.value(), text.mark());
      }
      return new Event.FailuresCleared(everything ? null : text.value(), null);
    }
    Section part = Section.open(value, "a clean-up", List.of("resource", "on"), problems);
    String resource = part.text("resource");
    String node = part.text("on");
    if (resource != null) {
      names.resource(resource, part.mark("resource"));
    }
    if (node != null) {
      names.node(node, part.mark("on"));
    }
    return new Event.FailuresCleared(resource, node);
  }

  private Event removeConstraint(Section section, String key) {
    String id = section.required(key);
    names.constraint(id, section.mark(key));
    return new ConfigurationChange.ConstraintRemoved(id);
  }

  private Event removeResource(Section section, String key) {
    String id = section.required(key);
    names.resource(id, section.mark(key));
    return new ConfigurationChange.ResourceRemoved(id);
  }
}
