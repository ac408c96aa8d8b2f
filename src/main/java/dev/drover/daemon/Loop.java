package dev.drover.daemon;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread on which a node takes everything up, in the order in which it comes. */
final class Loop implements Executor, AutoCloseable {
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  /** The end of the replication takes a while, and more on a busy disk. */
  private static final Duration LAST = Duration.ofSeconds(35);

  private final ScheduledThreadPoolExecutor thread;
  private final Journal journal;

  Loop(String name, Journal journal) {
    this.journal = journal;
    thread = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, name));
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Does something as soon as it is its turn; nothing once the loop is closed. */
  @Override
  public void execute(Runnable task) {
    try {
      thread.execute(guarded(task));
    } catch (RejectedExecutionException e) {
      // The node has stopped: nobody is there to take it up.
    }
  }

  /** Does something once that time has passed. */
  void after(Duration delay, Runnable task) {
    try {
      thread.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // As above.
    }
  }

  /** Does something again and again, with that time between two ends and beginnings. */
  void every(Duration pause, Runnable task) {
    thread.scheduleWithFixedDelay(
        guarded(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error mistake) {
        // An error such as a class that is gone would be lost in the future that nobody has.
        journal.mistake(mistake);
      }
    };
  }

  /** Does one more thing, and drops all that waits; returns when that is done. */
  void closeAfter(Runnable last) {
    execute(
        () -> {
          try {
            last.run();
          } finally {
            thread.shutdownNow();
          }
        });
    close(LAST);
  }

  /** Lets what is under way end, and drops the rest. */
  @Override
  public void close() {
    thread.shutdownNow();
    close(UNDER_WAY);
  }

  private void close(Duration patience) {
    try {
      if (!thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        journal.line("the loop did not end within " + patience.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
