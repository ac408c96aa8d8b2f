package dev.drover.text.cib;

import dev.drover.model.ClusterState;
import dev.drover.model.NodeKind;
import dev.drover.model.Score;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.FencingLevel;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.SettingSet;
import dev.drover.model.status.Status;
import dev.drover.text.xml.XmlElement;
import java.util.List;
import java.util.Map;

/** Writes a cluster state as a Cluster Information Base. */
public final class CibWriter {
  /**
   * A schema that has all that is written here: roles by their current names, and the attributes of
   * bundles.
   */
  private static final String SCHEMA = "pacemaker-3.9";

  private CibWriter() {}

  /**
   * Writes a state as indented XML, from which {@link CibReader} makes an equal one.
   *
   * <p>Three things come back in another form with the same meaning: a condition that is no
   * combination, as a combination of it alone; characters that XML cannot hold, as U+FFFD; and the
   * ids of parts that nobody refers to, where one stood twice, with a number.
   */
  public static String write(ClusterState state) {
    Status status = state.status();
    XmlElement cib =
        Xml.element(
            "cib",
            "validate-with",
            SCHEMA,
            "admin_epoch",
            0,
            "epoch",
            1,
            "num_updates",
            0,
            "have-quorum",
            status.quorate() ? 1 : 0,
            "no-quorum-panic",
            status.panicWithoutQuorum() ? 1 : null,
            "dc-uuid",
            status.coordinator(),
            "execution-date",
            status.executionDate());
    Xml.add(cib, configuration(state.configuration()));
    Xml.add(cib, StatusElements.of(status));
    return XmlText.of(cib);
  }

  private static XmlElement configuration(Configuration configuration) {
    XmlElement element = Xml.element("configuration");
    XmlElement options = Xml.add(element, Xml.element("crm_config"));
    Xml.addAll(options, SettingElements.sets("cluster_property_set", configuration.options()));
    XmlElement nodes = Xml.add(element, Xml.element("nodes"));
    configuration.nodes().forEach(node -> Xml.add(nodes, node(node)));
    Xml.add(element, ResourceElements.of(configuration.resources()));
    Xml.add(element, ConstraintElements.of(configuration));
    addLevels(element, configuration.fencingLevels());
    addDefaults(element, "rsc_defaults", configuration.resourceDefaults());
    addDefaults(element, "op_defaults", configuration.operationDefaults());
    addTags(element, configuration.tags());
    UniqueIds.give(element);
    return element;
  }

  private static XmlElement node(NodeConfig node) {
    XmlElement element =
        Xml.element(
            "node",
            "id",
            node.id(),
            "uname",
            node.name(),
            "type",
            node.kind() == NodeKind.MEMBER ? null : "remote",
            "score",
            node.score().equals(Score.ZERO) ? null : node.score());
    Xml.addAll(element, SettingElements.sets("instance_attributes", node.attributes()));
    Xml.addAll(element, SettingElements.sets("utilization", node.utilization()));
    return element;
  }

  private static void addLevels(XmlElement configuration, List<FencingLevel> levels) {
    if (levels.isEmpty()) {
      return;
    }
    XmlElement topology = Xml.add(configuration, Xml.element("fencing-topology"));
    for (FencingLevel level : levels) {
      Xml.add(
          topology,
          Xml.element(
              "fencing-level",
              "id",
              Xml.unlessEmpty(level.id()),
              "target",
              level.target(),
              "target-pattern",
              level.targetPattern(),
              "target-attribute",
              level.targetAttribute(),
              "target-value",
              level.targetValue(),
              "index",
              level.index(),
              "devices",
              String.join(",", level.devices())));
    }
  }

  private static void addDefaults(XmlElement configuration, String section, List<SettingSet> sets) {
    if (!sets.isEmpty()) {
      Xml.addAll(
          Xml.add(configuration, Xml.element(section)),
          SettingElements.sets("meta_attributes", sets));
    }
  }

  private static void addTags(XmlElement configuration, Map<String, List<String>> tags) {
    if (tags.isEmpty()) {
      return;
    }
    XmlElement list = Xml.add(configuration, Xml.element("tags"));
    tags.forEach(
        (tag, carriers) -> {
          XmlElement element = Xml.add(list, Xml.element("tag", "id", tag));
          carriers.forEach(carrier -> Xml.add(element, Xml.element("obj_ref", "id", carrier)));
        });
  }
}
