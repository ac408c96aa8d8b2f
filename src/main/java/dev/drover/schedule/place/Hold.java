package dev.drover.schedule.place;

/** What keeps a primitive from being placed freely. */
public sealed interface Hold {
  /** Why, in words for people. */
  String reason();

  /**
   * It stays where it is and what it is, whatever the scores say; nowhere where it is not active.
   */
  record Stay(String reason) implements Hold {}

  /** It may not run anywhere. */
  record Nowhere(String reason) implements Hold {}
}
