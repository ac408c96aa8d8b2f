package dev.drover.simulate;

import dev.drover.scenario.Expectation;
import org.jspecify.annotations.Nullable;

/**
 * Whether an expectation holds.
 *
 * @param instead what is so instead, as a sentence without a full stop; null where it holds
 */
public record Verdict(Expectation expectation, @Nullable String instead) {
  public boolean holds() {
    return instead == null;
  }
}
