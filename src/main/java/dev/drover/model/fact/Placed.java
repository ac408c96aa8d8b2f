package dev.drover.model.fact;

import dev.drover.model.Role;

/**
 * Where a primitive is to be, and as what.
 *
 * @param node empty for nowhere
 * @param role stopped only where there is no node
 * @param baseName the name without instance number, under which it is configured
 */
public record Placed(String resource, String node, Role role, String baseName) {
  /** True where it is to be somewhere. */
  public boolean hasNode() {
    return !node.isEmpty();
  }
}
