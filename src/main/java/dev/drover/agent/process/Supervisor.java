package dev.drover.agent.process;

import dev.drover.agent.process.Ended.How;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs programs on this machine, each in a session of its own, with one thread for each that runs.
 *
 * <p>A program that overruns its timeout or is cancelled is told to end with all that it started,
 * and killed after a grace; its result comes when it is gone, with code −1. A program that ends by
 * itself may leave others running, as an agent does that starts a daemon; from then on nobody reads
 * what they print. Where too many wait already, or after {@link #close}, the result is {@link
 * How#NOT_STARTED} and comes before {@link #start} returns; that of a program which is cancelled
 * while it waits comes before {@link Processes.Child#cancel} returns.
 *
 * <p>Needs {@code setsid} of util-linux on the path, and {@code /bin/sh}.
 */
public final class Supervisor implements Processes, AutoCloseable {
  private final Limits limits;
  private final ThreadPoolExecutor threads;
  private final Set<Job> jobs = ConcurrentHashMap.newKeySet();

  /** A supervisor that runs nothing yet. */
  public Supervisor(Limits limits) {
    this.limits = limits;
    this.threads =
        new ThreadPoolExecutor(
            limits.atOnce(),
            limits.atOnce(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(limits.waiting()),
            task -> new Thread(task, "program"));
    threads.allowCoreThreadTimeOut(true);
  }

  @Override
  public Child start(Program program, Consumer<Ended> whenEnded) {
    Job job = new Job(program, limits, whenEnded, jobs::remove);
    jobs.add(job);
    try {
      threads.execute(job);
    } catch (RejectedExecutionException e) {
      job.endUnstarted(
          How.NOT_STARTED,
          threads.isShutdown()
              ? "no program is started any more"
              : limits.waiting() + " programs wait already");
    }
    return () -> cancel(job);
  }

  private void cancel(Job job) {
    job.cancel();
    if (threads.remove(job)) {
      job.endUnstarted(How.CANCELLED, "");
    }
  }

  /** Cancels all that wait and run, and starts nothing any more. */
  public void end() {
    threads.shutdown();
    jobs.forEach(this::cancel);
  }

  /**
   * Cancels all that wait and run, and waits for their ends; not for ever, since a process that
   * hangs in the kernel cannot be killed.
   */
  @Override
  public void close() {
    end();
    try {
      boolean ended =
          threads.awaitTermination(limits.grace().toMillis() * 3 + 1000, TimeUnit.MILLISECONDS);
      if (!ended) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
