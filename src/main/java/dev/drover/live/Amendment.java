package dev.drover.live;

import dev.drover.model.Score;
import org.jspecify.annotations.Nullable;

/**
 * A change that a command made to what the configuration file says, until another command takes it
 * back. A new file does not touch it.
 *
 * @param subject the node or resource that it is about; empty for an option of the cluster
 * @param name of the attribute or option; for a place, the node's name
 * @param value null takes it back; for a place, a score
 */
public record Amendment(Kind kind, String subject, String name, @Nullable String value) {
  /** What is changed. */
  public enum Kind {
    /** A permanent attribute of a node, such as {@code standby}. */
    NODE_ATTRIBUTE,
    /** A meta option of a resource, such as {@code target-role}. */
    RESOURCE_OPTION,
    /** An option of the cluster, such as {@code maintenance-mode}. */
    CLUSTER_OPTION,
    /** A resource's score for a node, beside those that are configured. */
    PLACE
  }

  /** True where one takes the other's place. */
  boolean replaces(Amendment other) {
    return kind == other.kind
        && subject.equals(other.subject)
        && (name.equals(other.name) || (isWish() && other.isWish()));
  }

  /** Whether it moves a resource to a node: it can be moved to one at a time only. */
  private boolean isWish() {
    return kind == Kind.PLACE && value != null && Score.parse(value, Score.ZERO).isPositive();
  }
}
