package dev.drover.agent;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what is to be done until its time has come. */
final class PretendedClock extends ScheduledThreadPoolExecutor {
  private @Nullable Runnable next;
  private long left;

  /** Whether it is shut down between the turn of a result and the next run's being planned. */
  boolean closing;

  PretendedClock() {
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
  public @Nullable ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    if (closing) {
      throw new RejectedExecutionException();
    }
    next = task;
    left = unit.toMillis(delay);
    return null;
  }

  void pass(long milliseconds) {
    left -= milliseconds;
    Runnable due = next;
    if (due != null && left <= 0) {
      next = null;
      due.run();
    }
  }
}
