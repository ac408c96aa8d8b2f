package dev.drover.agent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Does at once what is to be done at once, and what is planned when a test lets time pass. */
final class ManualClock extends ScheduledThreadPoolExecutor {
  private final List<Planned> planned = new ArrayList<>();
  private long now;

  /** Whether it is shut down between the turn of a result and the next run's being planned. */
  boolean closing;

  ManualClock() {
    super(1);
  }

  @Override
  public void execute(Runnable task) {
    if (isShutdown()) {
      throw new RejectedExecutionException();
    }
    task.run();
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    if (closing) {
      throw new RejectedExecutionException();
    }
    Planned made = new Planned(task, now + unit.toMillis(delay));
    planned.add(made);
    return made;
  }

  void pass(long milliseconds) {
    long end = now + milliseconds;
    Optional<Planned> due = due(end);
    while (due.isPresent()) {
      planned.remove(due.get());
      now = due.get().at;
      due.get().run();
      due = due(end);
    }
    now = end;
  }

  private Optional<Planned> due(long end) {
    return planned.stream()
        .filter(task -> task.at <= end)
        .min(Comparator.comparingLong(task -> task.at));
  }

  /** Is not run where it was cancelled. */
  private static final class Planned extends FutureTask<Object> implements ScheduledFuture<Object> {
    private final long at;

    private Planned(Runnable task, long at) {
      super(task, "done");
      this.at = at;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at, TimeUnit.MILLISECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
    }
  }
}
