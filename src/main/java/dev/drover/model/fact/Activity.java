package dev.drover.model.fact;

import dev.drover.model.Role;

/**
 * What the history says of a primitive on a node.
 *
 * @param resource the primitive or instance
 * @param track the history it was read from
 * @param role its role there; {@link Role#UNKNOWN} where no result says
 * @param response what its failures lead to; {@link OnFail#IGNORE} where there are none that count
 * @param order its place among all histories, odd: what it says of another node comes right before
 *     it
 */
public record Activity(
    String resource, String node, String track, Role role, OnFail response, int order) {
  /** True where it runs there. */
  public boolean isActive() {
    return role.isActive();
  }
}
