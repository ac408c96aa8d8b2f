package dev.drover.agent.fence;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's time. After {@link #close} nothing is run any more. */
public final class MachineTimer implements Timer, AutoCloseable {
  private final long start = System.nanoTime();
  private final ScheduledThreadPoolExecutor thread;

  /** With a thread of its own. */
  public MachineTimer() {
    this("fence-timer");
  }

  /** With a thread of its own, of that name, which does one task after the other. */
  public MachineTimer(String name) {
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, name);
              made.setDaemon(true);
              return made;
            },
            new ThreadPoolExecutor.DiscardPolicy());
  }

  @Override
  public Duration now() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void after(Duration delay, Runnable task) {
    // What went wrong in a task is kept in its future, which nobody has.
    var unused = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
