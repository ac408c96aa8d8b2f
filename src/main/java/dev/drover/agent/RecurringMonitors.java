package dev.drover.agent;

import dev.drover.agent.ResourceAgent.Running;
import dev.drover.execute.ActionResult;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Repeats monitors on this node by itself, and reports the first result and every change.
 *
 * <p>The next run begins an interval after the one before it ended, so that a monitor never
 * overlaps itself. Everything is done on the clock's one thread, in the order in which it was asked
 * for; once the clock is shut down, nothing begins any more and results are dropped.
 */
public final class RecurringMonitors {
  private final ScheduledExecutorService clock;

  /**
   * Monitors that have not begun.
   *
   * @param clock has exactly one thread; begins the runs and gives the results. Who owns it shuts
   *     it down, and cancels before what must not go on.
   */
  public RecurringMonitors(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  /**
   * Runs a monitor at once and then again and again.
   *
   * @param call its interval is more than zero
   * @param whenChanged gets the first result, and each that differs from the one before it in
   *     status, exit code or reason; on the clock's thread, which it must not keep for long
   * @return cancels the monitor and the run that is under way, when the clock's thread comes to it;
   *     cancelled on that thread, nothing is reported any more, and elsewhere at most a result that
   *     is being reported already
   */
  public Running begin(ResourceAgent agent, AgentCall call, Consumer<AgentResult> whenChanged) {
    if (call.interval().isZero() || call.interval().isNegative()) {
      throw new IllegalArgumentException(
          "the interval of a recurring monitor is `%s`, expected more than zero"
              .formatted(call.interval()));
    }
    Monitor monitor = new Monitor(agent, call, whenChanged);
    inTurn(monitor::run);
    return monitor::cancel;
  }

  /** Does something on the clock's thread; nothing where it was shut down. */
  private void inTurn(Runnable task) {
    try {
      clock.execute(task);
    } catch (RejectedExecutionException e) {
      // Nobody waits for it: whoever shut the clock down has ended all monitors with it.
    }
  }

  private final class Monitor {
    private final ResourceAgent agent;
    private final Consumer<AgentResult> whenChanged;
    private volatile boolean cancelled;

    // Only the clock's thread reads and writes these.
    private AgentCall call;
    private @Nullable ActionResult last;
    private @Nullable Running running;

    private Monitor(ResourceAgent agent, AgentCall call, Consumer<AgentResult> whenChanged) {
      this.agent = agent;
      this.call = call;
      this.whenChanged = whenChanged;
    }

    private void run() {
      if (!cancelled) {
        AgentCall now = call;
        // only the first run waits
        call = call.atOnce();
        running = agent.begin(now, result -> inTurn(() -> ended(result)));
      }
    }

    private void ended(AgentResult result) {
      if (cancelled) {
        return;
      }
      again();
      if (!result.outcome().equals(last)) {
        last = result.outcome();
        whenChanged.accept(result);
      }
    }

    private void again() {
      try {
        clock.schedule(this::run, call.interval().toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        // Shut down since the result's turn began: this result was the last.
      }
    }

    private void cancel() {
      cancelled = true;
      inTurn(
          () -> {
            if (running != null) {
              // Without effect on a run that has ended.
              running.cancel();
            }
          });
    }
  }
}
