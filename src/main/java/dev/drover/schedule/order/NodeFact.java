package dev.drover.schedule.order;

import dev.drover.model.NodeKind;
import org.jspecify.annotations.Nullable;

/**
 * What the order stage needs to know about a node.
 *
 * @param online can be asked to do something
 * @param pending is joining, and cannot be asked yet
 * @param unclean its state is not known to be safe
 * @param reset its connection is to be fenced or restarted before anything runs on it
 * @param fenceable the node, or a guest's host, can be made safe by fencing
 * @param container for a guest node, the id of the resource that creates it
 */
public record NodeFact(
    String id,
    String name,
    NodeKind kind,
    boolean online,
    boolean pending,
    boolean unclean,
    boolean reset,
    boolean fenceable,
    @Nullable String container) {
  public boolean isGuest() {
    return kind == NodeKind.GUEST;
  }
}
