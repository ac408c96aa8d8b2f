package dev.drover.raft;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the watcher what has changed. It looks when the engine tells of a change, and every now and
 * then besides, because the engine does not tell when a leader is no longer heard of.
 */
final class Watch implements AutoCloseable {
  private final Watcher watcher;
  private final Supplier<Standing> now;
  private final ScheduledExecutorService thread;
  private @Nullable Standing told;
  private boolean hasFailed;

  /** Begins to look; {@code now} is asked by one thread. */
  Watch(String member, Watcher watcher, Duration every, Supplier<Standing> now) {
    this.watcher = watcher;
    this.now = now;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "raft-watch-" + member);
              made.setDaemon(true);
              return made;
            });
    thread.scheduleWithFixedDelay(this::see, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Looks at once. */
  void look() {
    later(this::see);
  }

  /** What cannot be seen counts as lost: silence would leave a leader in place that is none. */
  private void see() {
    Standing standing;
    try {
      standing = now.get();
    } catch (RuntimeException e) {
      standing = Standing.LOST;
    }
    tell(standing);
  }

  /** Tells that this member has lost touch, and will not get it back. */
  void failed(String reason) {
    later(
        () -> {
          if (!hasFailed) {
            tell(Standing.LOST);
            hasFailed = true;
            watcher.failed(reason);
          }
        });
  }

  private void later(Runnable task) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      // it is closed, and the watcher was told
    }
  }

  private void tell(Standing standing) {
    if (hasFailed || standing.equals(told)) {
      return;
    }
    told = standing;
    try {
      if (standing.tenure() != null) {
        watcher.leads(standing.tenure());
      } else {
        watcher.follows(standing.leader());
      }
    } catch (RuntimeException e) {
      // the watcher's own trouble, which must not keep the next change from it
      Thread self = Thread.currentThread();
      self.getUncaughtExceptionHandler().uncaughtException(self, e);
    }
  }

  /** Tells a last time: this member leads and follows no more. */
  @Override
  public void close() {
    later(() -> tell(Standing.LOST));
    thread.shutdown();
    try {
      thread.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
