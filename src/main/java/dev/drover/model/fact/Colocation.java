package dev.drover.model.fact;

import dev.drover.model.Role;
import dev.drover.model.Score;
import org.jspecify.annotations.Nullable;

/**
 * That a resource's place depends on another's, one pair at a time.
 *
 * @param id the constraint it comes from, or what implies it
 * @param dependent the resource that follows
 * @param dependentRole the role in which it follows; null for any
 * @param primary the resource that is followed
 * @param primaryRole the role in which it is followed; null for any
 * @param nodeAttribute the node attribute whose value makes "the same place"; {@code #uname} for
 *     the node itself
 * @param influence whether the dependent's own wishes count when the primary is placed
 */
public record Colocation(
    String id,
    String dependent,
    @Nullable Role dependentRole,
    String primary,
    @Nullable Role primaryRole,
    String nodeAttribute,
    Score score,
    boolean influence) {
  /** The node attribute that stands for the node itself. */
  public static final String NODE = "#uname";
}
