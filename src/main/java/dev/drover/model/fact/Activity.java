package dev.drover.model.fact;

import dev.drover.model.Role;

/**
 * What the history says of a primitive on a node. No fact where it is but stopped, an {@link
 * AnswerEffect} tells all of that, and nothing eventful was recorded of the resource.
 *
 * @param resource the primitive or instance
 * @param track the history it was read from
 * @param role its role there; {@link Role#UNKNOWN} where no result says
 * @param response what its failures lead to; {@link OnFail#IGNORE} where there are none that count
 * @param order its place among all histories, odd: what it says of another node comes right before
 *     it
 * @param starting whether a start is under way there
 * @param smooth whether every result is what was expected and none is a live migration's; most
 *     histories are, and rules about failures need not look at these
 * @param removed whether the resource is not configured any more
 * @param eventful whether anything unexpected or a live migration was recorded of the resource on
 *     any node, or a failure of it counted; what rules about these look at
 */
public record Activity(
    String resource,
    String node,
    String track,
    Role role,
    OnFail response,
    int order,
    boolean starting,
    boolean smooth,
    boolean removed,
    boolean eventful) {
  /** True where it runs there. */
  public boolean isActive() {
    return role.isActive();
  }
}
