package dev.drover.simulate;

import dev.drover.execute.ActionResult;
import dev.drover.execute.FailureCount;
import dev.drover.execute.NodeDraft;
import dev.drover.execute.OperationLog;
import dev.drover.execute.StatusDraft;
import dev.drover.model.Role;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.OperationRecord;
import dev.drover.model.status.ResourceHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The recurring monitors that nodes run by themselves, once a plan has begun them. */
final class Monitors {
  /** A monitor that would find something else than it is there to find. */
  private record Alarm(
      Instant due, Side side, String node, ResourceHistory history, OperationRecord monitor) {}

  private final World world;
  private final Membership membership;
  private final Agents agents;
  private final Faults faults;

  Monitors(World world, Membership membership, Faults faults) {
    this.world = world;
    this.membership = membership;
    this.faults = faults;
    agents = new Agents(world, faults);
  }

  /**
   * Moves the clock to the next monitor that finds something, and reports it.
   *
   * @param until how far to look, inclusive
   * @return false where no monitor finds anything until then; the clock has not moved
   */
  boolean findNext(Instant until) {
    Optional<Alarm> next =
        running().stream()
            .filter(
                alarm ->
                    !agents
                        .look(serviceOf(alarm.monitor), alarm.node)
                        .isAsExpected(alarm.monitor.rc()))
            .filter(alarm -> !alarm.due.isAfter(until))
            .min(Comparator.comparing(Alarm::due));
    next.ifPresent(
        alarm -> {
          world.clock(alarm.due);
          report(alarm, agents.look(serviceOf(alarm.monitor), alarm.node));
        });
    return next.isPresent();
  }

  /** Lets those monitors of services that are told to fail do so at once, each at most once. */
  void failNow(Set<String> services) {
    for (Alarm alarm : running()) {
      String service = serviceOf(alarm.monitor);
      if (services.contains(service)) {
        faults
            .take(service, "monitor", alarm.node)
            .ifPresent(result -> fail(alarm, service, result));
      }
    }
  }

  /**
   * Lets the monitor of the connection to a remote node say at once that the node cannot be
   * reached: who wants something of a node that does not answer need not wait for the next time.
   *
   * @param node where that is no remote node, or its connection is not watched, nothing happens
   */
  void connectionLost(String node) {
    for (Alarm alarm : running()) {
      if (serviceOf(alarm.monitor).equals(node)) {
        ActionResult found = agents.look(node, alarm.node);
        if (!found.isAsExpected(alarm.monitor.rc())) {
          report(alarm, found);
        }
      }
    }
  }

  private void fail(Alarm alarm, String service, ActionResult result) {
    if (result.rc() == OperationLog.NOT_RUNNING) {
      world.setRole(alarm.node, service, Role.STOPPED, service + " dies on " + alarm.node, false);
    }
    report(alarm, result);
  }

  private void report(Alarm alarm, ActionResult result) {
    OperationRecord monitor = alarm.monitor;
    String service = serviceOf(monitor);
    OperationLog.Entry entry =
        OperationLog.Entry.plain(
            service,
            alarm.history.resource(),
            alarm.history.agent(),
            monitor.operation(),
            monitor.intervalMs(),
            monitor.rc());
    alarm.side.change(
        (StatusDraft status) -> {
          NodeDraft node = status.node(alarm.node);
          // what recurs is looked at anew after each failure: none of them counts for more
          FailureCount.add(
              node,
              service,
              monitor.operation(),
              monitor.intervalMs(),
              result.rc(),
              false,
              world.clock());
          OperationLog.add(node, entry, result, world.clock());
        });
    alarm.side.disturb();
  }

  /** Every recurring monitor that runs and has not said already that something is wrong. */
  private List<Alarm> running() {
    List<Alarm> running = new ArrayList<>();
    for (Side side : membership.sides()) {
      for (NodeState node : side.state().status().nodes()) {
        boolean reachable =
            membership.isMember(node.name()) ? side.has(node.name()) : isUp(node.name());
        if (!reachable) {
          continue;
        }
        for (ResourceHistory history : node.history()) {
          for (OperationRecord monitor : history.operations()) {
            if (runs(history, monitor)) {
              running.add(new Alarm(nextRun(monitor), side, node.name(), history, monitor));
            }
          }
        }
      }
    }
    return running;
  }

  private boolean isUp(String node) {
    return world.known(node).filter(World.Machine::powered).isPresent();
  }

  private static boolean runs(ResourceHistory history, OperationRecord monitor) {
    boolean wellSince =
        history.operations().stream()
            .noneMatch(op -> OperationLog.isFailure(op) && op.callId() > monitor.callId());
    return monitor.intervalMs() > 0
        && monitor.operation().equals("monitor")
        && wellSince
        && !OperationLog.isFailure(monitor);
  }

  private Instant nextRun(OperationRecord monitor) {
    Duration interval = Duration.ofMillis(monitor.intervalMs());
    Instant last = Instant.ofEpochSecond(monitor.lastRun());
    long runs = Math.max(0, Duration.between(last, world.clock()).toMillis() / interval.toMillis());
    return last.plus(interval.multipliedBy(runs + 1));
  }

  private static String serviceOf(OperationRecord monitor) {
    return monitor
        .key()
        .substring(0, monitor.key().length() - ("_monitor_" + monitor.intervalMs()).length());
  }
}
