package dev.drover.schedule.tree;

import dev.drover.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * Where a primitive is to be, and as what.
 *
 * @param node the id of its node; null for nowhere
 * @param role what it is to be there
 */
public record Place(@Nullable String node, Role role) {
  public static final Place NOWHERE = new Place(null, Role.STOPPED);
}
