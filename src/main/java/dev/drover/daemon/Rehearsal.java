package dev.drover.daemon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Decides, for nothing, what would be done if another member were lost: code that has run is loaded
 * and compiled, and a cluster's first emergency is not the moment for that. On the loop.
 */
final class Rehearsal {
  /**
   * How often.
   *
   * @param times so often a compiler has to see what decides before most of it is compiled
   * @param pause between two of these
   * @param rarely between two later ones
   * @param tooLong what takes that long keeps others waiting, and is compiled while it runs
   */
  record Pace(int times, Duration pause, Duration rarely, Duration tooLong) {
    static final Pace USUAL =
        new Pace(40, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMillis(250));
  }

  private final Loop loop;
  private final InstantSource clock;
  private final BooleanSupplier leads;
  private final Runnable decide;
  private final Pace pace;
  private int left;
  private boolean soon;

  /**
   * Has not begun yet.
   *
   * @param clock one that is never set
   * @param leads whether this member decides in earnest anyway
   */
  Rehearsal(Loop loop, InstantSource clock, BooleanSupplier leads, Runnable decide, Pace pace) {
    this.loop = loop;
    this.clock = clock;
    this.leads = leads;
    this.decide = decide;
    this.pace = pace;
    this.left = pace.times();
  }

  /** Often at first, whoever leads: of two, either may be left. */
  void begin() {
    loop.after(pace.pause(), this::oneOfMany);
    loop.every(pace.rarely(), this::unlessLeading);
  }

  private void oneOfMany() {
    Instant began = clock.instant();
    decide.run();
    left--;
    if (left > 0 && Duration.between(began, clock.instant()).compareTo(pace.tooLong()) < 0) {
      loop.after(pace.pause(), this::oneOfMany);
    }
  }

  /** Something else is decided about now; once in a pause, however much is changed. */
  void soon() {
    if (!soon) {
      soon = true;
      loop.after(
          pace.pause(),
          () -> {
            soon = false;
            unlessLeading();
          });
    }
  }

  private void unlessLeading() {
    if (!leads.getAsBoolean()) {
      decide.run();
    }
  }
}
