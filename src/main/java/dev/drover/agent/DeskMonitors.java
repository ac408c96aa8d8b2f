package dev.drover.agent;

import dev.drover.agent.RecurringMonitors.Recurring;
import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.live.Assignment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The monitors that recur on a desk. Those of a resource pause while something else changes its
 * state, since what they found then might be true of neither the old state nor the new one; what a
 * run under way still finds does not count.
 *
 * <p>Afterwards those go on that fit what the resource is then. The others rest, as a monitor for
 * the other role, until they are cancelled, asked for again, or fit again: whoever ordered the
 * change may not have known of them yet.
 *
 * <p>Every method is called on the one thread of the turns.
 */
final class DeskMonitors {
  private final ResourceAgent agents;
  private final RecurringMonitors monitors;
  private final Executor turns;
  private final Told told;
  private final Found found;
  private final Map<String, Watched> watched = new LinkedHashMap<>();
  private final Set<String> paused = new TreeSet<>();

  /** Port: gets what whoever leads is to know. */
  @FunctionalInterface
  interface Told {
    /** A first result, or with {@code change} one that differs from the one before. */
    void tell(boolean change, Assignment assignment, ActionResult result);
  }

  /** Port: gets what monitors find that is new here; with {@code isEarly} of a run out of turn. */
  @FunctionalInterface
  interface Found {
    void found(AgentCall call, ActionResult result, boolean isEarly);
  }

  private static final class Watched {
    private Assignment assignment;

    /** Null while it pauses or rests. */
    private @Nullable Recurring running;

    /** Counts how often it was begun or ended: what an earlier one finds does not count. */
    private int begun;

    private boolean rests;
    private boolean answered;
    private ActionResult last = ActionResult.exited(-1);

    private Watched(Assignment assignment) {
      this.assignment = assignment;
    }

    private OperationLog.Entry entry() {
      return assignment.order().entry();
    }

    private void end() {
      begun++;
      if (running != null) {
        running.cancel();
        running = null;
      }
    }
  }

  DeskMonitors(
      ResourceAgent agents, RecurringMonitors monitors, Executor turns, Told told, Found found) {
    this.agents = agents;
    this.monitors = monitors;
    this.turns = turns;
    this.told = told;
    this.found = found;
  }

  /** Has a monitor run from now on; one that does already goes on. */
  void add(Assignment assignment) {
    String key = key(assignment);
    Watched known = watched.get(key);
    if (known != null && known.assignment.isSameWork(assignment)) {
      known.assignment = assignment;
      addAgain(known);
      return;
    }
    if (known != null) {
      drop(known);
    }
    Watched fresh = new Watched(assignment);
    watched.put(key, fresh);
    if (!paused.contains(fresh.entry().resource())) {
      run(fresh);
    }
  }

  private void addAgain(Watched known) {
    if (known.running != null) {
      if (known.answered) {
        told.tell(false, known.assignment, known.last);
      }
      return;
    }
    // what it found last was before a change
    known.answered = false;
    known.rests = false;
    if (!paused.contains(known.entry().resource())) {
      run(known);
    }
  }

  /** Whether a resource has any, be it that they pause or rest. */
  boolean hasAny(String resource) {
    return !of(resource).isEmpty();
  }

  /** Those that have found nothing yet. */
  List<Assignment> unanswered() {
    return watched.values().stream()
        .filter(each -> !each.answered)
        .map(each -> each.assignment)
        .toList();
  }

  /** Ends those of a resource; who waits for a first result has an answer. */
  void end(String resource) {
    end(entry -> entry.resource().equals(resource));
  }

  /**
   * Ends those of a resource that repeat so often.
   *
   * @param intervalMs in milliseconds, more than 0
   */
  void end(String resource, long intervalMs) {
    end(entry -> entry.resource().equals(resource) && entry.intervalMs() == intervalMs);
  }

  private void end(Predicate<OperationLog.Entry> which) {
    List.copyOf(watched.values()).stream()
        .filter(monitor -> which.test(monitor.entry()))
        .forEach(this::drop);
  }

  private void drop(Watched monitor) {
    watched.remove(key(monitor.assignment));
    monitor.end();
    if (!monitor.answered) {
      told.tell(false, monitor.assignment, Lane.SUPERSEDED);
    }
  }

  /**
   * Something is about to change a resource's state. Monitors that have found nothing yet end:
   * whoever leads asks for them again where they are still wanted.
   */
  void pause(String resource) {
    paused.add(resource);
    for (Watched monitor : of(resource)) {
      if (monitor.answered) {
        monitor.end();
      } else {
        drop(monitor);
      }
    }
  }

  /**
   * Nothing changes a resource's state any more. Its monitors go on after an interval, in which
   * they are replaced if they have other parameters now.
   *
   * @param fitting the exit code of the monitors that fit what it is now; null where that is as
   *     before, or not known
   */
  void resume(String resource, @Nullable Integer fitting) {
    paused.remove(resource);
    for (Watched monitor : of(resource)) {
      if (fitting != null) {
        monitor.rests = monitor.entry().expectedRc() != fitting;
      }
      if (!monitor.rests) {
        run(monitor);
      } else if (!monitor.answered) {
        drop(monitor);
      }
    }
  }

  private void run(Watched monitor) {
    int begun = ++monitor.begun;
    monitor.running =
        monitors.begin(
            agents,
            Lane.call(monitor.assignment),
            !monitor.answered,
            result -> turns.execute(() -> changed(monitor, begun, result.outcome())));
  }

  /** Runs those of a resource out of turn, except where they pause or rest. */
  void runEarly(String resource) {
    for (Watched monitor : of(resource)) {
      if (monitor.running != null) {
        int begun = monitor.begun;
        monitor.running.early(
            result -> turns.execute(() -> foundEarly(monitor, begun, result.outcome())));
      }
    }
  }

  private void changed(Watched monitor, int begun, ActionResult result) {
    if (monitor.begun != begun) {
      return;
    }
    boolean change = monitor.answered;
    boolean isNews = !change || !result.equals(monitor.last);
    monitor.answered = true;
    monitor.last = result;
    if (isNews) {
      told.tell(change, monitor.assignment, result);
    }
    found.found(Lane.call(monitor.assignment), result, false);
  }

  private void foundEarly(Watched monitor, int begun, ActionResult result) {
    if (monitor.begun == begun) {
      found.found(Lane.call(monitor.assignment), result, true);
    }
  }

  private List<Watched> of(String resource) {
    return watched.values().stream()
        .filter(monitor -> monitor.entry().resource().equals(resource))
        .toList();
  }

  private static String key(Assignment assignment) {
    OperationLog.Entry entry = assignment.order().entry();
    return entry.resource() + "_" + entry.task() + "_" + entry.intervalMs();
  }

  /** Ends them all, and tells nobody. */
  void close() {
    watched.values().forEach(Watched::end);
    watched.clear();
  }
}
