package dev.drover.model.config;

import java.util.List;
import java.util.Map;

/**
 * Everything an operator wrote.
 *
 * @param options cluster options, under their current names (readers translate old ones)
 * @param tags a tag's name to what carries it
 * @param resourceDefaults meta options for every resource
 * @param operationDefaults options for every operation
 */
public record Configuration(
    List<SettingSet> options,
    List<NodeConfig> nodes,
    List<ResourceConfig> resources,
    List<LocationConstraint> locations,
    List<ColocationConstraint> colocations,
    List<OrderConstraint> orders,
    List<TicketConstraint> tickets,
    List<SettingSet> resourceDefaults,
    List<SettingSet> operationDefaults,
    List<FencingLevel> fencingLevels,
    Map<String, List<String>> tags) {
  /** The option that gives the cluster a name. */
  public static final String CLUSTER_NAME = "cluster-name";
}
