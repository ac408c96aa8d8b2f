package dev.drover.agent.systemd;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One operation on one unit, from its beginning to its only result, on the agent's thread.
 *
 * <p>Where the bus goes away meanwhile, it goes on over a new connection.
 */
abstract class Operation {
  /** Between two looks at a unit that is changing: short at first, and never long. */
  private static final long FIRST_PAUSE = 20;

  private static final long LONGEST_PAUSE = 1000;

  final AgentCall call;
  final String unit;

  private final Bus bus;
  private final ScheduledExecutorService agentThread;
  private final Duration patience;
  private final Consumer<Operation> forget;
  private final Consumer<AgentResult> whenEnded;
  private final long began = System.nanoTime();

  private long pause = FIRST_PAUSE;
  private @Nullable Future<?> timeout;
  private @Nullable Future<?> next;
  private long unreachableSince = -1;
  private String seen = "";
  private boolean ended;

  Operation(Setting setting, AgentCall call, String unit, Consumer<AgentResult> whenEnded) {
    this.call = call;
    this.unit = unit;
    this.bus = setting.bus();
    this.agentThread = setting.agentThread();
    this.patience = setting.patience();
    this.forget = setting.forget();
    this.whenEnded = whenEnded;
  }

  /**
   * What operations of one agent share.
   *
   * @param patience how long a bus may be out of reach before it is a failure
   * @param overrides what units are told to do otherwise while they are resources
   * @param forget told once of each operation, before its result is given
   */
  record Setting(
      Bus bus,
      Jobs jobs,
      ScheduledExecutorService agentThread,
      Duration patience,
      Overrides overrides,
      Consumer<Operation> forget) {}

  final void begin() {
    long milliseconds = call.timeout().toMillis();
    timeout = agentThread.schedule(this::overrun, milliseconds, TimeUnit.MILLISECONDS);
    connect();
  }

  final void cancel() {
    if (!ended) {
      abandon();
      end(Outcome.cancelled(call, took()));
    }
  }

  /** The connection is open, for the first time or again. */
  abstract void connected(Link link);

  /** This is how the unit is. */
  abstract void looked(UnitStatus status);

  /** Nobody will wait for the operation any more. */
  abstract void abandon();

  final void look(Link link) {
    answer(
        link,
        link.status(unit),
        status -> {
          seen = ": " + status.inWords();
          looked(status);
        });
  }

  /** Goes on with an answer, or over a new connection where there will be none. */
  final <T> void answer(Link link, CompletableFuture<T> answer, Consumer<T> then) {
    answer(link, answer, then, why -> lost(link, why));
  }

  /** Likewise, where systemd may also refuse what it was asked for. */
  final <T> void answer(
      Link link, CompletableFuture<T> answer, Consumer<T> then, Consumer<Throwable> refused) {
    follow(
        answer,
        (value, why) -> {
          if (why == null) {
            unreachableSince = -1;
            then.accept(value);
          } else if (Failure.isRefusal(why)) {
            refused.accept(why);
          } else {
            lost(link, why);
          }
        });
  }

  /** Looks again after a while, which grows each time. */
  final void lookLater() {
    later(pause, this::lookNow);
    pause = Math.min(LONGEST_PAUSE, pause * 2);
  }

  final void lookNow() {
    follow(
        bus.link(),
        (link, why) -> {
          if (why == null) {
            look(link);
          } else {
            unreachable(why);
          }
        });
  }

  /** Puts off what is next, in place of whatever was. */
  final void later(long milliseconds, Runnable what) {
    if (next != null) {
      next.cancel(false);
    }
    next = agentThread.schedule(what, milliseconds, TimeUnit.MILLISECONDS);
  }

  /** True where its result was given. */
  final boolean isOver() {
    return ended;
  }

  final Duration took() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  final void done(int rc, String reason) {
    end(Outcome.done(rc, reason, took()));
  }

  final void end(AgentResult result) {
    if (ended) {
      return;
    }
    ended = true;
    if (timeout != null) {
      timeout.cancel(false);
    }
    if (next != null) {
      next.cancel(false);
    }
    forget.accept(this);
    whenEnded.accept(result);
  }

  private void connect() {
    follow(
        bus.link(),
        (link, why) -> {
          if (why == null) {
            connected(link);
          } else {
            unreachable(why);
          }
        });
  }

  private <T> void follow(CompletableFuture<T> future, BiConsumer<T, @Nullable Throwable> then) {
    future.whenCompleteAsync(
        (value, thrown) -> {
          if (!ended) {
            then.accept(value, thrown == null ? null : Failure.cause(thrown));
          }
        },
        agentThread);
  }

  private void lost(Link link, Throwable why) {
    bus.drop(link);
    unreachable(why);
  }

  private void unreachable(Throwable why) {
    long now = System.nanoTime();
    if (unreachableSince < 0) {
      unreachableSince = now;
    }
    if (now - unreachableSince >= patience.toNanos()) {
      end(Outcome.error(Failure.words(why), took()));
      return;
    }
    seen = ": " + Failure.words(why);
    later(FIRST_PAUSE * 5, this::connect);
  }

  private void overrun() {
    abandon();
    end(
        Outcome.timedOut(
            "%s of `%s` did not complete within %d ms%s"
                .formatted(call.task(), unit, call.timeout().toMillis(), seen),
            took()));
  }
}
