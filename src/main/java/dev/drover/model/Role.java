package dev.drover.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What a resource is, or should be, on a node. The order matters: a later role includes the earlier
 * ones.
 */
public enum Role {
  UNKNOWN("Unknown"),
  STOPPED("Stopped"),
  STARTED("Started"),
  UNPROMOTED("Unpromoted"),
  PROMOTED("Promoted");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** The word that reports use. */
  public String label() {
    return label;
  }

  /** True for every role in which the service runs. */
  public boolean isActive() {
    return this.ordinal() > STOPPED.ordinal();
  }

  /**
   * Reads a role by its label; the old names {@code Master} and {@code Slave} are understood too.
   */
  public static Optional<Role> parse(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "stopped" -> Optional.of(STOPPED);
      case "started" -> Optional.of(STARTED);
      case "unpromoted", "slave" -> Optional.of(UNPROMOTED);
      case "promoted", "master" -> Optional.of(PROMOTED);
      case "unknown" -> Optional.of(UNKNOWN);
      default -> Optional.empty();
    };
  }

  @Override
  public String toString() {
    return label;
  }
}
