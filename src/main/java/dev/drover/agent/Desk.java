package dev.drover.agent;

import dev.drover.agent.RecurringMonitors.Recurring;
import dev.drover.agent.watch.ProcessWatch;
import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.live.Assignment;
import dev.drover.live.Finished;
import dev.drover.live.NodeReport;
import dev.drover.live.Token;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a node's work arrives and its results wait until somebody has written them down.
 *
 * <p>One operation of a resource runs at a time, in the order in which they were assigned; a stop
 * does not wait but ends what is under way. The same work assigned twice is done once. Work by an
 * older token than the newest one seen is refused: whoever sent it no longer leads. Where a process
 * of a resource is gone its monitors run at once.
 *
 * <p>Everything is done on one thread, that of the executor; so every method is called there.
 */
public final class Desk {
  /** So many results wait at most; past that the oldest are lost, and probes find out anew. */
  static final int MOST_RESULTS = 10_000;

  private final String node;
  private final String boot;
  private final ResourceAgent agents;
  private final RecurringMonitors monitors;
  private final Executor turns;
  private final Consumer<Finished> tell;
  private final EarlyMonitors early;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<String, Watched> watched = new LinkedHashMap<>();
  private final Map<Long, Finished> unconfirmed = new LinkedHashMap<>();
  private Token newest = Token.NONE;
  private long lastSerial;

  /** A monitor that recurs. */
  private static final class Watched {
    private Assignment assignment;
    private @Nullable Recurring running;
    private ActionResult last = ActionResult.exited(-1);
    private boolean answered;

    private Watched(Assignment assignment) {
      this.assignment = assignment;
    }

    private void cancel() {
      if (running != null) {
        running.cancel();
      }
    }
  }

  /**
   * An empty desk.
   *
   * @param boot another one at each start
   * @param processes tells when a process of a resource is gone
   * @param turns the one thread that everything here is done on
   * @param tell is given each result; it is kept besides until it is {@link #noted}
   */
  public Desk(
      String node,
      String boot,
      ResourceAgent agents,
      RecurringMonitors monitors,
      ProcessWatch processes,
      Executor turns,
      Consumer<Finished> tell) {
    this.node = node;
    this.boot = boot;
    this.agents = agents;
    this.monitors = monitors;
    this.turns = turns;
    this.tell = tell;
    this.early = new EarlyMonitors(processes, turns, lanes::containsKey, this::runEarly);
  }

  /**
   * Somebody says that it leads.
   *
   * @return false where it is out of date; nothing of it is to be obeyed
   */
  public boolean obeys(Token token) {
    if (token.compareTo(newest) < 0) {
      return false;
    }
    newest = token;
    return true;
  }

  /** The newest token that was seen. */
  public Token newest() {
    return newest;
  }

  /** What this desk was told to be called, other than all before it. */
  public String boot() {
    return boot;
  }

  /** What is under way here, and what ended that nobody has confirmed yet. */
  public NodeReport report() {
    List<Assignment> underWay = new ArrayList<>();
    lanes.values().forEach(lane -> underWay.addAll(lane.all()));
    watched.values().stream().filter(w -> !w.answered).forEach(w -> underWay.add(w.assignment));
    return new NodeReport(node, boot, underWay, List.copyOf(unconfirmed.values()));
  }

  /** Results up to that serial number are written down. */
  public void noted(long serial) {
    unconfirmed.keySet().removeIf(told -> told <= serial);
  }

  /**
   * Takes work up.
   *
   * @return false where its token is out of date: nothing is done
   */
  public boolean begin(Assignment assignment) {
    if (!obeys(assignment.token())) {
      return false;
    }
    OperationLog.Entry entry = assignment.order().entry();
    if (entry.task().equals("cancel")) {
      unwatch(entry.resource(), entry.intervalMs());
      if (monitorsOf(entry.resource()).isEmpty()) {
        early.rest(entry.resource());
      }
      tell(false, assignment, ActionResult.exited(0));
    } else if (entry.task().equals("delete")) {
      unwatch(entry.resource());
      early.forget(entry.resource());
      tell(false, assignment, ActionResult.exited(0));
    } else if (entry.intervalMs() > 0) {
      watch(assignment);
    } else {
      if (entry.task().equals("stop")) {
        unwatch(entry.resource());
        early.rest(entry.resource());
      }
      lanes
          .computeIfAbsent(entry.resource(), name -> new Lane(agents, turns, this::ended))
          .add(assignment);
    }
    return true;
  }

  private void ended(Assignment assignment, ActionResult result) {
    String resource = assignment.order().entry().resource();
    lanes.computeIfPresent(resource, (name, lane) -> lane.isEmpty() ? null : lane);
    tell(false, assignment, result);
    early.found(Lane.call(assignment), result, false);
    early.isFree(resource);
  }

  private void runEarly(String resource) {
    for (Watched monitor : monitorsOf(resource)) {
      if (monitor.running != null) {
        monitor.running.early(result -> turns.execute(() -> foundEarly(monitor, result.outcome())));
      }
    }
  }

  private List<Watched> monitorsOf(String resource) {
    return watched.values().stream()
        .filter(monitor -> monitor.assignment.order().entry().resource().equals(resource))
        .toList();
  }

  private void watch(Assignment assignment) {
    String key = key(assignment);
    Watched known = watched.get(key);
    if (known != null && known.assignment.isSameWork(assignment)) {
      known.assignment = assignment;
      if (known.answered) {
        tell(false, assignment, known.last);
      }
      return;
    }
    if (known != null) {
      end(known);
    }
    Watched fresh = new Watched(assignment);
    watched.put(key, fresh);
    fresh.running =
        monitors.begin(
            agents,
            Lane.call(assignment),
            result -> turns.execute(() -> found(key, fresh, result.outcome())));
  }

  private void found(String key, Watched monitor, ActionResult result) {
    if (watched.get(key) != monitor) {
      return;
    }
    boolean change = monitor.answered;
    monitor.answered = true;
    monitor.last = result;
    tell(change, monitor.assignment, result);
    early.found(Lane.call(monitor.assignment), result, false);
  }

  private void foundEarly(Watched monitor, ActionResult result) {
    if (watched.containsValue(monitor)) {
      early.found(Lane.call(monitor.assignment), result, true);
    }
  }

  private void unwatch(String resource) {
    unwatch(entry -> entry.resource().equals(resource));
  }

  private void unwatch(String resource, long intervalMs) {
    unwatch(entry -> entry.resource().equals(resource) && entry.intervalMs() == intervalMs);
  }

  private void unwatch(Predicate<OperationLog.Entry> which) {
    for (Iterator<Watched> each = watched.values().iterator(); each.hasNext(); ) {
      Watched monitor = each.next();
      if (which.test(monitor.assignment.order().entry())) {
        each.remove();
        end(monitor);
      }
    }
  }

  /** Ends a monitor; who waits for its first result has an answer. */
  private void end(Watched monitor) {
    monitor.cancel();
    if (!monitor.answered) {
      tell(false, monitor.assignment, Lane.SUPERSEDED);
    }
  }

  private static String key(Assignment assignment) {
    OperationLog.Entry entry = assignment.order().entry();
    return entry.resource() + "_" + entry.task() + "_" + entry.intervalMs();
  }

  private void tell(boolean change, Assignment assignment, ActionResult result) {
    Finished finished = new Finished(++lastSerial, change, assignment, result);
    unconfirmed.put(lastSerial, finished);
    if (unconfirmed.size() > MOST_RESULTS) {
      unconfirmed.remove(unconfirmed.keySet().iterator().next());
    }
    tell.accept(finished);
  }

  /** Ends all that is under way, and all monitors. */
  public void close() {
    early.close();
    watched.values().forEach(Watched::cancel);
    watched.clear();
    lanes.values().forEach(Lane::close);
  }
}
