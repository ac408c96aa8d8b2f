package dev.drover.schedule.place;

import dev.drover.model.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules said of one resource.
 *
 * @param priority the higher is placed earlier
 * @param stickiness how much it prefers its node; read where a dependent's dislike is weighed
 *     against it (the preference itself is among the preferences)
 * @param requestedRole the role that was asked for, where that limits what it may be: stopped or
 *     unpromoted; else null
 * @param hold what keeps it from being placed freely; null for nothing
 * @param frozen may not reach a higher role than it has
 * @param welcome whether it may run on nodes that no preference names
 * @param together for a group: its members share a node
 * @param critical for a member of a group: its own wishes count for the members before it
 * @param nestedConnection it is a connection that may itself run on a remote node: its wishes do
 *     not move an active container
 * @param attributesOfHost where it runs on a guest node, the attributes of that guest's host count
 * @param neverPromoted no instance of this clone may be promoted
 * @param needs what it takes of a node, by the name of the capacity
 */
public record Traits(
    int priority,
    int stickiness,
    @Nullable Role requestedRole,
    @Nullable Hold hold,
    boolean frozen,
    boolean welcome,
    boolean together,
    boolean critical,
    boolean nestedConnection,
    boolean attributesOfHost,
    boolean neverPromoted,
    Map<String, Integer> needs) {
  /** Nothing special. */
  public static final Traits PLAIN =
      new Traits(0, 0, null, null, false, true, true, true, false, false, false, Map.of());
}
