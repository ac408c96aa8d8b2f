package dev.drover.schedule.resolve;

import java.util.Map;

/**
 * What location rules are evaluated with.
 *
 * @param nodes each node's id to its attributes, in the order of nodes
 * @param nodeIds each node's name to its id
 */
public record Located(
    Map<String, Map<String, String>> nodes, Map<String, String> nodeIds, ResourceValues resources) {
  /** A resource's own values, for rules that compare an attribute with one of them. */
  public interface ResourceValues {
    /** The options of a configured resource, defaults included; empty for an unknown one. */
    Map<String, String> meta(String resource);

    /** The parameters of a configured resource on a node; empty for an unknown one. */
    Map<String, String> parameters(String resource, String nodeId);
  }
}
