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
  private static final int MOST_TOLD = 200;

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

  /** What it makes so, as a clause for people in one line. */
  public String sentence() {
    String what = kind == Kind.CLUSTER_OPTION ? "the option `%s`" : "`%s` of " + oneLine(subject);
    String of = what.formatted(oneLine(name));
    if (kind != Kind.PLACE) {
      return of + (value == null ? " is taken back" : " is `" + oneLine(value) + "`");
    }
    Score score = Score.parse(String.valueOf(value), Score.ZERO);
    String subject = oneLine(this.subject);
    String place = oneLine(name);
    if (value == null) {
      return "%s is free to be on %s or not".formatted(subject, place);
    }
    if (score.isInfinity()) {
      return "%s is moved to %s".formatted(subject, place);
    }
    return score.isMinusInfinity()
        ? "%s is banned from %s".formatted(subject, place)
        : "%s has a score of %s for %s".formatted(subject, score, place);
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", " ");
    return line.length() > MOST_TOLD ? line.substring(0, MOST_TOLD) + "…" : line;
  }

  /** Whether it moves a resource to a node: it can be moved to one at a time only. */
  private boolean isWish() {
    return kind == Kind.PLACE && value != null && Score.parse(value, Score.ZERO).isPositive();
  }
}
