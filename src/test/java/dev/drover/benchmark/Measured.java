package dev.drover.benchmark;

import java.util.Objects;

/**
 * What one occasion of one size came to.
 *
 * @param pacemaker what Pacemaker's scheduler took, or why that is not known
 */
record Measured(Size size, Occasion occasion, Timing drover, Timing pacemaker) {
  /** Seconds of a decision; NaN where there are none. */
  static double seconds(Timing timing) {
    return Objects.requireNonNullElse(
        timing.seconds().values().stream().findFirst().orElse(null), Double.NaN);
  }

  double droverSeconds() {
    return seconds(drover);
  }

  double pacemakerSeconds() {
    return seconds(pacemaker);
  }

  /** How many times as long Pacemaker's scheduler took; NaN where that is not known. */
  double ratio() {
    return pacemakerSeconds() / droverSeconds();
  }
}
