package dev.drover.schedule.place;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node as placement sees it.
 *
 * @param name breaks ties: the lower one comes first
 * @param canRun resources may be started here: online, clean, neither standby nor leaving
 * @param canRunIfConnected for a remote or guest node: may run resources once its connection is
 *     placed; else ignored
 * @param connection for a remote or guest node, the resource that connects to it; else null
 * @param container for a guest node, the resource that it runs inside of; else null
 * @param attributes node attributes by name, for colocation by attribute
 * @param capacity what it offers, by the name of the capacity, before anything is placed
 * @param open whether resources may be here without being asked for; false for a closed node, where
 *     only a preference makes a resource welcome
 */
public record NodeSeat(
    String id,
    String name,
    boolean canRun,
    boolean canRunIfConnected,
    @Nullable String connection,
    @Nullable String container,
    Map<String, String> attributes,
    Map<String, Integer> capacity,
    boolean open) {
  /** A full member of the cluster that is open to every resource. */
  public static NodeSeat member(
      String id,
      String name,
      boolean canRun,
      Map<String, String> attributes,
      Map<String, Integer> capacity) {
    return new NodeSeat(id, name, canRun, canRun, null, null, attributes, capacity, true);
  }

  /** Whether its being available hangs on a resource. */
  public boolean isRemote() {
    return connection != null;
  }
}
