package dev.drover.agent;

import dev.drover.agent.ResourceAgent.Running;
import dev.drover.execute.ActionResult;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
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

  /** A monitor that recurs; cancelling it ends the run that is under way, too. */
  public interface Recurring extends Running {
    /**
     * Runs it out of turn: at once, or once more as soon as the run that is under way has ended,
     * since that one may have looked too early. The next run in turn counts from there.
     *
     * @param whenEnded gets what the run finds, be it a change or not, after those who hear of
     *     changes; on the clock's thread, which it must not keep for long. Nothing where the
     *     monitor is cancelled or asked for another run before this one has begun.
     */
    void early(Consumer<AgentResult> whenEnded);
  }

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
   * Runs a monitor again and again.
   *
   * @param call its interval is more than zero
   * @param atOnce whether the first run begins now, and not after an interval
   * @param whenChanged gets the first result, and each that differs from the one before it in
   *     status, exit code or reason; on the clock's thread, which it must not keep for long
   * @return cancels the monitor and the run that is under way, when the clock's thread comes to it;
   *     cancelled on that thread, nothing is reported any more, and elsewhere at most a result that
   *     is being reported already
   */
  public Recurring begin(
      ResourceAgent agent, AgentCall call, boolean atOnce, Consumer<AgentResult> whenChanged) {
    if (call.interval().isZero() || call.interval().isNegative()) {
      throw new IllegalArgumentException(
          "the interval of a recurring monitor is `%s`, expected more than zero"
              .formatted(call.interval()));
    }
    Monitor monitor = new Monitor(agent, call, whenChanged);
    inTurn(atOnce ? monitor::run : monitor::again);
    return monitor;
  }

  /** Does something on the clock's thread; nothing where it was shut down. */
  private void inTurn(Runnable task) {
    try {
      clock.execute(task);
    } catch (RejectedExecutionException e) {
      // Nobody waits for it: whoever shut the clock down has ended all monitors with it.
    }
  }

  private final class Monitor implements Recurring {
    private final ResourceAgent agent;
    private final Consumer<AgentResult> whenChanged;
    private volatile boolean cancelled;

    // Only the clock's thread reads and writes these.
    private AgentCall call;
    private @Nullable ActionResult last;
    private @Nullable Running running;
    private boolean isUnderWay;
    private @Nullable ScheduledFuture<?> planned;
    private @Nullable Consumer<AgentResult> wanted;

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
        Consumer<AgentResult> whoWantedIt = wanted;
        wanted = null;
        isUnderWay = true;
        running = agent.begin(now, result -> inTurn(() -> ended(result, whoWantedIt)));
      }
    }

    private void ended(AgentResult result, @Nullable Consumer<AgentResult> whoWantedIt) {
      if (cancelled) {
        return;
      }
      isUnderWay = false;
      if (wanted == null) {
        again();
      } else {
        inTurn(this::run);
      }
      if (!result.outcome().equals(last)) {
        last = result.outcome();
        whenChanged.accept(result);
      }
      if (whoWantedIt != null) {
        whoWantedIt.accept(result);
      }
    }

    private void again() {
      try {
        planned = clock.schedule(this::run, call.interval().toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException e) {
        // Shut down since the result's turn began: this result was the last.
      }
    }

    @Override
    public void early(Consumer<AgentResult> whenEnded) {
      inTurn(
          () -> {
            boolean begins = !isUnderWay && wanted == null;
            wanted = whenEnded;
            if (begins) {
              if (planned != null) {
                planned.cancel(false);
              }
              run();
            }
          });
    }

    @Override
    public void cancel() {
      cancelled = true;
      inTurn(
          () -> {
            if (planned != null) {
              planned.cancel(false);
            }
            if (running != null) {
              // Without effect on a run that has ended.
              running.cancel();
            }
          });
    }
  }
}
