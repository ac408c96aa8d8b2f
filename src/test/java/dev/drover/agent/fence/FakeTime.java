package dev.drover.agent.fence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that stands still until it is told to go on. */
public final class FakeTime implements Timer, InstantSource {
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
  public void pass(Duration time) {
    Duration end = now.plus(time);
    while (!tasks.isEmpty() && tasks.peek().at().compareTo(end) <= 0) {
      Task task = tasks.remove();
      now = task.at();
      task.what().run();
    }
    now = end;
  }

  /** Lets so many milliseconds pass. */
  public void pass(long millis) {
    pass(Duration.ofMillis(millis));
  }

  /** Lets an hour pass: longer than anything here takes. */
  void passAll() {
    pass(Duration.ofHours(1));
  }
}
