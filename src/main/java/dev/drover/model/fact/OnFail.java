package dev.drover.model.fact;

import java.util.Locale;
import java.util.Optional;

/**
 * What a failure leads to, from the mildest to the hardest. Of several failures, the hardest
 * counts.
 */
public enum OnFail {
  IGNORE(false),
  DEMOTE(false),
  RESTART(false),
  RESET_REMOTE(false),
  RESTART_CONTAINER(false),
  BAN(true),
  BLOCK(false),
  STOP(true),
  STANDBY(true),
  FENCE(true);

  private final boolean lasting;

  /** Reads the word that people write. */
  public static Optional<OnFail> parse(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "ignore", "nothing" -> Optional.of(IGNORE);
      case "demote" -> Optional.of(DEMOTE);
      case "restart" -> Optional.of(RESTART);
      case "restart-container" -> Optional.of(RESTART_CONTAINER);
      case "migrate" -> Optional.of(BAN);
      case "block" -> Optional.of(BLOCK);
      case "stop" -> Optional.of(STOP);
      case "standby" -> Optional.of(STANDBY);
      case "fence" -> Optional.of(FENCE);
      default -> Optional.empty();
    };
  }

  OnFail(boolean lasting) {
    this.lasting = lasting;
  }

  /** True where a later success does not undo it. */
  public boolean isLasting() {
    return lasting;
  }
}
