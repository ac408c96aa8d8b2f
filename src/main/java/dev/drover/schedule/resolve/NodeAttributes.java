package dev.drover.schedule.resolve;

import dev.drover.model.NodeKind;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.status.NodeState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of nodes as conditions see them: those that every node has by itself, the
 * permanent ones, and over them the transient ones.
 *
 * @param clusterName the cluster's name, or null
 * @param coordinator the id of the node that decides, or null
 */
public record NodeAttributes(
    Instant now, @Nullable String clusterName, @Nullable String coordinator) {
  /**
   * The attributes of one node.
   *
   * @param config what is configured for it, or null
   * @param state what it reported, or null
   */
  public Map<String, String> of(
      String id,
      String name,
      NodeKind kind,
      @Nullable NodeConfig config,
      @Nullable NodeState state) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("#kind", kindWord(kind));
    attributes.put("#uname", name);
    attributes.put("#id", id);
    attributes.put("#is_dc", Boolean.toString(id.equalsIgnoreCase(coordinator)));
    if (clusterName != null) {
      attributes.put("#cluster-name", clusterName);
    }
    if (config != null) {
      Settings.addTo(attributes, config.attributes(), Context.at(now));
    }
    addSite(attributes);
    if (state != null) {
      attributes.putAll(state.attributes());
      addSite(attributes);
    }
    return attributes;
  }

  private static String kindWord(NodeKind kind) {
    return switch (kind) {
      case MEMBER -> "cluster";
      case REMOTE -> "remote";
      case GUEST -> "container";
    };
  }

  /** The site is settled by what is configured, if that says anything, before what was reported. */
  private void addSite(Map<String, String> attributes) {
    String site = attributes.getOrDefault(NodeConfig.SITE_NAME, clusterName);
    if (site != null) {
      attributes.putIfAbsent("#site-name", site);
    }
  }
}
