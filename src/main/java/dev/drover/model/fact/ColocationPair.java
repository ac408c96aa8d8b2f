package dev.drover.model.fact;

import dev.drover.model.Role;
import dev.drover.model.Score;
import org.jspecify.annotations.Nullable;

/**
 * A colocation of two resources as an operator wrote it, or as a set of them comes to.
 *
 * @param id the constraint or set it comes from
 * @param dependent the resource that follows, as configured
 * @param dependentRole the role in which it follows; null for any
 * @param primary the resource that is followed, as configured
 * @param primaryRole the role in which it is followed; null for any
 * @param nodeAttribute the node attribute whose value makes "the same place"; {@code #uname} for
 *     the node itself
 * @param score never 0
 * @param influence whether the dependent's own wishes count when the primary is placed; null for
 *     the dependent's own setting
 */
public record ColocationPair(
    String id,
    String dependent,
    @Nullable Role dependentRole,
    String primary,
    @Nullable Role primaryRole,
    String nodeAttribute,
    Score score,
    @Nullable Boolean influence) {
  /** The same, with the question of influence settled. */
  public Colocation settled(boolean pulls) {
    return new Colocation(
        id, dependent, dependentRole, primary, primaryRole, nodeAttribute, score, pulls);
  }
}
