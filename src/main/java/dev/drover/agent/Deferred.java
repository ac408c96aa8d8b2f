package dev.drover.agent;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets calls wait that are to run later; others begin at once. */
public final class Deferred implements ResourceAgent {
  private final ResourceAgent agents;
  private final ScheduledExecutorService clock;

  /**
   * Agents whose calls may wait.
   *
   * @param clock has exactly one thread; once it is shut down nothing that waits begins any more
   */
  public Deferred(ResourceAgent agents, ScheduledExecutorService clock) {
    this.agents = agents;
    this.clock = clock;
  }

  @Override
  public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
    if (call.delay().isZero()) {
      return agents.begin(call, whenEnded);
    }
    Waiting waiting = new Waiting(call, whenEnded);
    try {
      waiting.next = clock.schedule(waiting::begin, call.delay().toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException shutDown) {
      whenEnded.accept(Outcome.cancelled(call, Duration.ZERO));
    }
    return waiting::cancel;
  }

  private final class Waiting {
    private final AgentCall call;
    private final Consumer<AgentResult> whenEnded;
    private @Nullable Future<?> next;
    private @Nullable Running running;
    private boolean cancelled;

    private Waiting(AgentCall call, Consumer<AgentResult> whenEnded) {
      this.call = call;
      this.whenEnded = whenEnded;
    }

    private synchronized void begin() {
      if (!cancelled) {
        running = agents.begin(call.atOnce(), whenEnded);
      }
    }

    private void cancel() {
      Running begun;
      synchronized (this) {
        if (cancelled) {
          return;
        }
        cancelled = true;
        begun = running;
        if (next != null) {
          next.cancel(false);
        }
      }
      if (begun == null) {
        whenEnded.accept(Outcome.cancelled(call, Duration.ZERO));
      } else {
        begun.cancel();
      }
    }
  }
}
