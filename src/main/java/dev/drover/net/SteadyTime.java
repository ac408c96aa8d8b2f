package dev.drover.net;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Time that only goes forward, at the pace of the machine, whatever is done to its clock: setting
 * the clock must not take nodes down. Its instants mean nothing outside this process.
 */
public final class SteadyTime implements InstantSource {
  private final long start = System.nanoTime();

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(System.nanoTime() - start);
  }
}
