package dev.drover.schedule.given;

import dev.drover.model.Agent;
import dev.drover.model.config.OperationConfig;
import dev.drover.model.config.SettingSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A primitive of the configuration, or one that only the history knows, with its options in force.
 *
 * @param number its place among all primitives of the decision, from 0, as they came up
 * @param name its name, without an instance number
 * @param options its meta options, inherited ones and defaults included
 * @param parameters its own, then those of the groups and clones that it is in, from the inside
 *     out; of two with one name the earlier counts
 * @param inClone whether it is inside of a clone
 * @param orphan whether only the history knows it
 */
public record Primitive(
    int number,
    String name,
    Agent agent,
    Map<String, String> options,
    List<List<SettingSet>> parameters,
    List<SettingSet> utilization,
    List<OperationConfig> operations,
    boolean inClone,
    boolean orphan) {
  /** True for a connection to a remote node. */
  public boolean isRemoteConnection() {
    return agent.isRemoteConnection();
  }

  /** True for the agent of connections to remote nodes. */
  static boolean isRemoteConnection(@Nullable Agent agent) {
    return agent != null && agent.isRemoteConnection();
  }
}
