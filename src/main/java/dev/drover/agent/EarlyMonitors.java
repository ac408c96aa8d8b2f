package dev.drover.agent;

import dev.drover.agent.watch.Mark;
import dev.drover.agent.watch.ProcessWatch;
import dev.drover.execute.ActionResult;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Has the monitors of a resource run out of turn once a process of it is gone, instead of when they
 * are due. The death is no result: only what a monitor finds counts.
 *
 * <p>They run once a second at most, and not while another operation of the resource is under way.
 * Who was well after a death is watched by half as many of its processes, the oldest, until it is
 * started again: those that come and go are soon not among them.
 *
 * <p>Every method is called on the one thread of the turns.
 */
final class EarlyMonitors {
  static final Duration APART = Duration.ofSeconds(1);

  /** So many processes of one resource are watched. */
  static final int MOST = 8;

  private final ProcessWatch processes;
  private final Executor turns;
  private final Predicate<String> isBusy;
  private final Consumer<String> run;
  private final Map<String, Care> cares = new HashMap<>();

  /** When a resource's monitors ran out of turn last, by the timer. */
  private final Map<String, Duration> ran = new HashMap<>();

  /** A resource that is watched. */
  private static final class Care {
    private int most = MOST;
    private boolean isBereft;
    private boolean waits;
  }

  /**
   * Watches nothing yet.
   *
   * @param isBusy whether another operation of that resource is under way
   * @param run runs the monitors of that resource
   */
  EarlyMonitors(
      ProcessWatch processes, Executor turns, Predicate<String> isBusy, Consumer<String> run) {
    this.processes = processes;
    this.turns = turns;
    this.isBusy = isBusy;
    this.run = run;
  }

  /**
   * A result of a resource: where it says that the resource runs, the processes that it has now are
   * watched.
   *
   * @param isEarly whether a monitor that ran out of turn found it
   */
  void found(AgentCall call, ActionResult result, boolean isEarly) {
    Mark mark = Mark.of(call);
    if (mark == null || !saysThatItRuns(call.task(), result)) {
      return;
    }
    String resource = call.resource();
    Care care = cares.computeIfAbsent(resource, none -> new Care());
    if (!isEarly) {
      care.most = MOST;
    }
    processes.watch(resource, mark, care.most, () -> turns.execute(() -> isGone(resource, care)));
  }

  private static boolean saysThatItRuns(String task, ActionResult result) {
    return switch (task) {
      case "start", "promote", "demote", "migrate_from", "reload", "reload-agent" ->
          result.isAsExpected(Outcome.RC_OK);
      case "monitor" -> Outcome.isRunning(result);
      default -> false;
    };
  }

  private void isGone(String resource, Care care) {
    care.isBereft = true;
    proceed(resource, care);
  }

  /** No operation of the resource is under way any more. */
  void isFree(String resource) {
    proceed(resource, cares.get(resource));
  }

  private void proceed(String resource, @Nullable Care care) {
    if (care == null || cares.get(resource) != care || !care.isBereft || isBusy.test(resource)) {
      return;
    }
    Duration now = processes.timer().now();
    Duration last = ran.get(resource);
    Duration wait = last == null ? Duration.ZERO : last.plus(APART).minus(now);
    if (wait.toNanos() <= 0) {
      care.isBereft = false;
      care.most = Math.max(1, care.most / 2);
      ran.put(resource, now);
      run.accept(resource);
    } else if (!care.waits) {
      care.waits = true;
      processes.timer().after(wait, () -> turns.execute(() -> hasWaited(resource, care)));
    }
  }

  private void hasWaited(String resource, Care care) {
    care.waits = false;
    proceed(resource, care);
  }

  /** Processes of the resource are about to end for a reason, or it has no monitor any more. */
  void rest(String resource) {
    if (cares.remove(resource) != null) {
      processes.forget(resource);
    }
  }

  /** The resource is no more. */
  void forget(String resource) {
    rest(resource);
    ran.remove(resource);
  }

  /** Watches nothing any more. */
  void close() {
    List.copyOf(cares.keySet()).forEach(this::rest);
  }
}
