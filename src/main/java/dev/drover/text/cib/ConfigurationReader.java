package dev.drover.text.cib;

import dev.drover.model.Kind;
import dev.drover.model.NodeKind;
import dev.drover.model.Score;
import dev.drover.model.config.ColocationConstraint;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.FencingLevel;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.config.TicketConstraint;
import dev.drover.text.InputException;
import dev.drover.text.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code <configuration>}. */
final class ConfigurationReader {
  /** Pacemaker drops levels above. */
  private static final int MAX_FENCING_LEVEL = 9;

  private static final List<String> CONSTRAINTS =
      List.of("rsc_location", "rsc_colocation", "rsc_order", "rsc_ticket");

  private final Document document;
  private final RuleReader rules;
  private final SettingReader settings;

  ConfigurationReader(Document document, RuleReader rules, SettingReader settings) {
    this.document = document;
    this.rules = rules;
    this.settings = settings;
  }

  Configuration read(XmlElement written) throws InputException {
    List<SettingSet> options =
        settings(written, "crm_config", "cluster_property_set", SettingReader.Use.OPTIONS);
    List<SettingSet> resourceDefaults =
        settings(written, "rsc_defaults", "meta_attributes", SettingReader.Use.META);
    List<SettingSet> operationDefaults =
        settings(written, "op_defaults", "meta_attributes", SettingReader.Use.META);
    if (beforeVersion3()) {
      moveDefaults(options, OldNames.resourceDefaults(), resourceDefaults);
      moveDefaults(options, OldNames.operationDefaults(), operationDefaults);
    }
    List<NodeConfig> nodes = nodes(written);
    List<ResourceConfig> resources = new ArrayList<>();
    ResourceReader resourceReader = new ResourceReader(document, settings);
    for (XmlElement list : written.children("resources").toList()) {
      refuseDuplicates(list, ResourceReader.kinds());
      resources.addAll(resourceReader.read(list));
    }
    Map<String, List<String>> tags = tags(written);
    Set<String> known = known(written);
    List<LocationConstraint> locations = new ArrayList<>();
    List<ColocationConstraint> colocations = new ArrayList<>();
    List<OrderConstraint> orders = new ArrayList<>();
    List<TicketConstraint> tickets = new ArrayList<>();
    ConstraintReader constraints = new ConstraintReader(document, rules, known, bundles(resources));
    for (XmlElement list : written.children("constraints").toList()) {
      refuseDuplicates(list, CONSTRAINTS);
      for (XmlElement constraint : list.children()) {
        switch (constraint.name()) {
          case "rsc_location" -> locations.add(constraints.location(constraint));
          case "rsc_colocation" -> colocations.add(constraints.colocation(constraint));
          case "rsc_order" -> orders.add(constraints.order(constraint));
          case "rsc_ticket" -> tickets.add(constraints.ticket(constraint));
          default -> document.unknown(constraint, constraint.name(), "a constraint", CONSTRAINTS);
        }
      }
    }
    return new Configuration(
        options,
        nodes,
        resources,
        locations,
        colocations,
        orders,
        tickets,
        resourceDefaults,
        operationDefaults,
        fencingLevels(written, known),
        tags);
  }

  private List<SettingSet> settings(
      XmlElement written, String section, String sets, SettingReader.Use use)
      throws InputException {
    List<SettingSet> found = new ArrayList<>();
    for (XmlElement element : written.children(section).toList()) {
      found.addAll(settings.sets(element, sets, use));
    }
    return found;
  }

  /** Whether the document was written for a release in which some defaults were cluster options. */
  private boolean beforeVersion3() {
    return document.root().get("validate-with", "pacemaker-3").matches("pacemaker-[12]\\b.*");
  }

  private static void moveDefaults(
      List<SettingSet> options, Map<String, String> names, List<SettingSet> defaults) {
    for (SettingSet set : options) {
      Map<String, String> moved = new LinkedHashMap<>();
      set.values()
          .forEach(
              (name, value) -> {
                String current = names.get(name);
                if (current != null) {
                  moved.put(current, value);
                }
              });
      set.values().keySet().removeAll(names.keySet());
      if (!moved.isEmpty()) {
        defaults.add(new SettingSet(set.id() + "-defaults", set.score(), set.condition(), moved));
      }
    }
  }

  private List<NodeConfig> nodes(XmlElement written) throws InputException {
    List<NodeConfig> nodes = new ArrayList<>();
    for (XmlElement list : written.children("nodes").toList()) {
      refuseDuplicates(list, List.of("node"));
      for (XmlElement node : list.children("node").toList()) {
        String id = document.required(node, "id");
        Score score = document.score(node, "score");
        nodes.add(
            new NodeConfig(
                id,
                node.get("uname", id),
                nodeKind(node),
                settings.sets(node, "instance_attributes", SettingReader.Use.OTHER),
                settings.sets(node, "utilization", SettingReader.Use.OTHER),
                score == null ? Score.ZERO : score));
      }
    }
    return nodes;
  }

  private NodeKind nodeKind(XmlElement node) throws InputException {
    String type = node.get("type", "member");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "member", "normal" -> NodeKind.MEMBER;
      case "remote" -> NodeKind.REMOTE;
      default -> {
        document.unknown(node, type, "`member` or `remote` in `type`", List.of("member", "remote"));
        yield NodeKind.MEMBER;
      }
    };
  }

  private Map<String, List<String>> tags(XmlElement written) throws InputException {
    Map<String, List<String>> tags = new LinkedHashMap<>();
    for (XmlElement tag : written.grandchildren("tags").filter(e -> e.is("tag")).toList()) {
      List<String> carriers =
          tags.computeIfAbsent(document.required(tag, "id"), id -> new ArrayList<>());
      for (XmlElement reference : tag.children("obj_ref").toList()) {
        carriers.add(document.required(reference, "id"));
      }
    }
    return tags;
  }

  /** The names that a constraint may use. */
  private static Set<String> known(XmlElement written) {
    Set<String> known = new LinkedHashSet<>();
    for (XmlElement section : written.children()) {
      if (section.is("resources")) {
        section
            .all()
            .filter(e -> e.is("template") || isResource(e))
            .forEach(e -> known.add(e.id()));
        // A guest node has a connection, which is a resource of the guest's name.
        section
            .all()
            .filter(e -> e.is("nvpair") && e.get("name", "").equals("remote-node"))
            .forEach(e -> known.add(e.get("value", "")));
      } else if (section.is("tags")) {
        section.children("tag").forEach(tag -> known.add(tag.id()));
      }
    }
    return known;
  }

  private static Set<String> bundles(List<ResourceConfig> resources) {
    return resources.stream()
        .filter(r -> r.kind() == Kind.BUNDLE)
        .map(ResourceConfig::id)
        .collect(Collectors.toSet());
  }

  private static boolean isResource(XmlElement element) {
    return ResourceReader.kinds().contains(element.name());
  }

  private void refuseDuplicates(XmlElement section, List<String> names) throws InputException {
    Set<String> seen = new HashSet<>();
    for (XmlElement element : section.all().filter(e -> names.contains(e.name())).toList()) {
      if (element.get("id") != null && !seen.add(element.id())) {
        document.problem(
            element, element.id(), "an id that no other <" + element.name() + "> has", null);
      }
    }
  }

  private List<FencingLevel> fencingLevels(XmlElement written, Set<String> known)
      throws InputException {
    List<FencingLevel> levels = new ArrayList<>();
    for (XmlElement level :
        written.grandchildren("fencing-topology").filter(e -> e.is("fencing-level")).toList()) {
      document.required(level, "index");
      long index = document.number(level, "index", 1);
      List<String> devices = List.of(document.required(level, "devices").split("\\s*,\\s*"));
      for (String device : devices) {
        if (!device.isEmpty() && !known.contains(device)) {
          document.unknown(level, device, "the id of a fence device in `devices`", known);
        }
      }
      if (index >= 1 && index <= MAX_FENCING_LEVEL) {
        levels.add(
            new FencingLevel(
                level.id(),
                level.get("target"),
                level.get("target-pattern"),
                level.get("target-attribute"),
                level.get("target-value"),
                (int) index,
                devices));
      }
    }
    return levels;
  }
}
