package dev.drover.scenario;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the cluster does, as scenario files name it: {@code start VIP1 on pcmk2}, {@code
 * fence pcmk1}.
 *
 * @param verb what
 * @param subject to whom: a resource, of which any active member or instance counts too; for {@link
 *     Verb#FENCE} a node
 * @param node where; null for anywhere, and for fencing
 */
public record Deed(Verb verb, String subject, @Nullable String node) {
  /** What can be done. */
  public enum Verb {
    START,
    STOP,
    PROMOTE,
    DEMOTE,
    /** A monitor that recurs. */
    MONITOR,
    /** A monitor that runs once, to find out. */
    PROBE,
    /** A live migration, by the node that it leads to. */
    MIGRATE,
    FENCE;

    /** The word in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The verb of that word; empty where there is none. */
    public static Optional<Verb> parse(String label) {
      for (Verb verb : values()) {
        if (verb.label().equals(label)) {
          return Optional.of(verb);
        }
      }
      return Optional.empty();
    }
  }

  /** The deed as it is written. */
  public String sentence() {
    return verb.label() + " " + subject + (node == null ? "" : " on " + node);
  }
}
