package dev.drover.policy;

/** Conditions on the date that a story may live to see come true, or cease to be. */
final class GeneratedDates {
  /** How long a story's clock is likely to run. */
  private static final int MINUTES = 6;

  private final Dice dice;

  GeneratedDates(Dice dice) {
    this.dice = dice;
  }

  /** A condition as it is written in a cluster file. */
  String condition() {
    return "{date: {" + date() + "}}";
  }

  private String date() {
    int minute = dice.below(MINUTES);
    return switch (dice.below(6)) {
      case 0 -> "after: \"" + moment(minute) + "\"";
      case 1 -> "before: \"" + moment(minute) + "\"";
      case 2 ->
          "after: \"%s\", before: \"%s\""
              .formatted(moment(minute), moment(minute + 1 + dice.below(2)));
      case 3 -> "after: \"%s\", lasting: {minutes: %d}".formatted(moment(minute), dice.below(3));
      case 4 -> "during: {hours: %s, minutes: %d-}".formatted(dice.pick("0", "0-1", "1-"), minute);
      default ->
          "during: {weekdays: %s, minutes: %d-%d}"
              .formatted(dice.pick("4", "1-5", "5-7"), minute, minute + dice.below(3));
    };
  }

  private String moment(int minute) {
    return "2026-01-01T00:0%d:%02dZ".formatted(minute, dice.below(60));
  }
}
