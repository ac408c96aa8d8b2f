package dev.drover.agent.fence;

import java.time.Duration;

/** Port: time, which in tests goes as it is told. */
public interface Timer {
  /**
   * How long it is since some moment in the past; goes forward at the pace of the machine, whatever
   * is done to its clock.
   */
  Duration now();

  /**
   * Runs a task later, on any thread.
   *
   * @param task must not block, and must not throw
   */
  void after(Duration delay, Runnable task);
}
