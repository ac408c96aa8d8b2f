package dev.drover.daemon;

import dev.drover.agent.fence.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that is turned by hand. */
final class HandClock implements Timer, InstantSource {
  private record Task(Duration at, long order, Runnable what) {}

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparing(Task::order));
  private Duration now = Duration.ZERO;
  private long order;

  @Override
  public Duration now() {
    return now;
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plus(now);
  }

  @Override
  public void after(Duration delay, Runnable task) {
    tasks.add(new Task(now.plus(delay), order++, task));
  }

  /** Lets so much time pass, and what is due in it happen. */
  void pass(long millis) {
    Duration end = now.plusMillis(millis);
    while (!tasks.isEmpty() && tasks.peek().at().compareTo(end) <= 0) {
      Task task = tasks.remove();
      now = task.at();
      task.what().run();
    }
    now = end;
  }
}
