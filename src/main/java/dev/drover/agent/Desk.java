package dev.drover.agent;

import dev.drover.agent.watch.ProcessWatch;
import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.live.Assignment;
import dev.drover.live.Finished;
import dev.drover.live.NodeReport;
import dev.drover.live.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Where a node's work arrives and its results wait until somebody has written them down.
 *
 * <p>One operation of a resource runs at a time, in the order in which they were assigned; a stop
 * does not wait but ends what is under way. The same work assigned twice is done once. Work by an
 * older token than the newest one seen is refused: whoever sent it no longer leads. Where a process
 * of a resource is gone its monitors run at once, except while another operation changes its state:
 * then they pause.
 *
 * <p>Everything is done on one thread, that of the executor; so every method is called there.
 */
public final class Desk {
  /** So many results wait at most; past that the oldest are lost, and probes find out anew. */
  static final int MOST_RESULTS = 10_000;

  private static final Set<String> CHANGES_NOTHING = Set.of("monitor", "notify", "meta-data");

  /** Where processes of the resource may end that nobody is to look after. */
  private static final Set<String> ENDS_PROCESSES =
      Set.of("stop", "migrate_to", "reload", "reload-agent");

  /** The exit code of the monitors that fit what a resource is after a task that worked. */
  private static final Map<String, Integer> FITTING =
      Map.of(
          "start", OperationLog.OK,
          "migrate_from", OperationLog.OK,
          "demote", OperationLog.OK,
          "promote", OperationLog.PROMOTED,
          "migrate_to", OperationLog.NOT_RUNNING);

  private final String node;
  private final String boot;
  private final ResourceAgent agents;
  private final DeskMonitors monitors;
  private final Executor turns;
  private final Consumer<Finished> tell;
  private final EarlyMonitors early;
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final Map<Long, Finished> unconfirmed = new LinkedHashMap<>();
  private Token newest = Token.NONE;
  private long lastSerial;

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
    this.turns = turns;
    this.tell = tell;
    this.early = new EarlyMonitors(processes, turns, lanes::containsKey, this::runEarly);
    this.monitors = new DeskMonitors(agents, monitors, turns, this::tell, early::found);
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
    underWay.addAll(monitors.unanswered());
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
    String resource = entry.resource();
    if (entry.task().equals("cancel")) {
      monitors.end(resource, entry.intervalMs());
      if (!monitors.hasAny(resource)) {
        early.rest(resource);
      }
      tell(false, assignment, ActionResult.exited(0));
    } else if (entry.task().equals("delete")) {
      monitors.end(resource);
      early.forget(resource);
      tell(false, assignment, ActionResult.exited(0));
    } else if (entry.intervalMs() > 0) {
      monitors.add(assignment);
    } else {
      prepare(assignment);
      lanes.computeIfAbsent(resource, name -> new Lane(agents, turns, this::ended)).add(assignment);
    }
    return true;
  }

  private void prepare(Assignment assignment) {
    OperationLog.Entry entry = assignment.order().entry();
    if (changesState(assignment)) {
      monitors.pause(entry.resource());
    }
    if (entry.task().equals("stop")) {
      monitors.end(entry.resource());
    }
    if (ENDS_PROCESSES.contains(entry.task())) {
      early.rest(entry.resource());
    }
  }

  private void ended(Assignment assignment, AgentResult told) {
    ActionResult result = told.outcome();
    String resource = assignment.order().entry().resource();
    Lane lane = lanes.get(resource);
    boolean goesOn = lane != null && lane.all().stream().anyMatch(Desk::changesState);
    if (lane != null && lane.isEmpty()) {
      lanes.remove(resource);
    }
    tell(new Finished(++lastSerial, false, assignment, result, told.unreloadable()));
    if (changesState(assignment) && !goesOn) {
      monitors.resume(
          resource,
          assignment.order().isMetBy(result)
              ? FITTING.get(assignment.order().entry().task())
              : null);
    }
    early.found(Lane.call(assignment), result, false);
    early.isFree(resource);
  }

  private void runEarly(String resource) {
    monitors.runEarly(resource);
  }

  private static boolean changesState(Assignment assignment) {
    return !CHANGES_NOTHING.contains(assignment.order().entry().task());
  }

  private void tell(boolean change, Assignment assignment, ActionResult result) {
    tell(new Finished(++lastSerial, change, assignment, result));
  }

  private void tell(Finished finished) {
    unconfirmed.put(finished.serial(), finished);
    if (unconfirmed.size() > MOST_RESULTS) {
      unconfirmed.remove(unconfirmed.keySet().iterator().next());
    }
    tell.accept(finished);
  }

  /** Ends all that is under way, and all monitors. */
  public void close() {
    early.close();
    monitors.close();
    lanes.values().forEach(Lane::close);
  }
}
