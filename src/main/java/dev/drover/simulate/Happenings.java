package dev.drover.simulate;

import dev.drover.execute.Bookkeeping;
import dev.drover.execute.NodeDraft;
import dev.drover.execute.OperationLog;
import dev.drover.model.Role;
import dev.drover.model.config.Configuration;
import dev.drover.model.status.TicketState;
import dev.drover.scenario.AgentEvent;
import dev.drover.scenario.ConfigurationChange;
import dev.drover.scenario.Event;
import dev.drover.scenario.NodeEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the events of a story come true: in the world, and in what the sides get to hear of it. */
final class Happenings {
  private final World world;
  private final Membership membership;
  private final Votes votes;
  private final Faults faults;
  private final Monitors monitors;
  private final Conductor conductor;
  private Configuration configuration;

  Happenings(
      World world,
      Membership membership,
      Votes votes,
      Faults faults,
      Monitors monitors,
      Conductor conductor,
      Configuration configuration) {
    this.world = world;
    this.membership = membership;
    this.votes = votes;
    this.faults = faults;
    this.monitors = monitors;
    this.conductor = conductor;
    this.configuration = configuration;
  }

  Configuration configuration() {
    return configuration;
  }

  void happen(Event event) {
    if (event instanceof NodeEvent nodeEvent) {
      happenTo(nodeEvent);
    } else if (event instanceof AgentEvent agentEvent) {
      happenTo(agentEvent);
    } else if (event instanceof ConfigurationChange change) {
      configuration = change.applyTo(configuration);
      membership.configure(configuration);
    } else if (event instanceof Event.TimePasses passes) {
      pass(passes);
    } else if (event instanceof Event.QuorumChanges quorum) {
      votes.give(quorum.quorate());
      membership.change(status -> status.quorate(quorum.quorate()));
    } else if (event instanceof Event.NetworkSplits split) {
      world.split(split.sides());
      conductor.updateMembership();
    } else if (event instanceof Event.NetworkHeals) {
      world.heal();
      conductor.updateMembership();
    } else if (event instanceof Event.TicketChanges ticket) {
      long granted = ticket.granted() ? world.clock().getEpochSecond() : -1;
      membership.change(
          status ->
              status.ticket(
                  ticket.ticket(),
                  t ->
                      new TicketState(
                          t.id(), ticket.granted(), ticket.standby(), granted, t.attributes())));
    } else if (event instanceof Event.FailuresCleared cleared) {
      clear(cleared);
    }
  }

  private void happenTo(NodeEvent event) {
    String node = event.node();
    if (event instanceof NodeEvent.ComesUp) {
      world.boot(node, event.sentence());
      conductor.updateMembership();
    } else if (event instanceof NodeEvent.LosesPower) {
      world.powerOff(node, event.sentence(), false);
      conductor.updateMembership();
      membership.vanish(node);
    } else if (event instanceof NodeEvent.StopsAnswering) {
      world.stopAnswering(node, event.sentence());
      conductor.updateMembership();
      membership.vanish(node);
    } else if (event instanceof NodeEvent.ShutsDown) {
      setAttribute(node, "shutdown", Long.toString(world.clock().getEpochSecond()));
    } else if (event instanceof NodeEvent.ConfirmedDown) {
      for (Side side : membership.sides()) {
        if (!side.has(node)) {
          side.change(
              status -> {
                status.node(node).offline();
                status.node(node).forgetAll();
              });
          side.disturb();
        }
      }
    } else if (event instanceof NodeEvent.AttributeReported reported) {
      setAttribute(node, reported.name(), reported.value());
    }
  }

  private void setAttribute(String node, String name, String value) {
    for (Side side : membership.sides()) {
      if (side.has(node) || !membership.isMember(node)) {
        side.change(
            status -> {
              NodeDraft draft = status.node(node, !membership.isMember(node));
              if (value.isEmpty()) {
                draft.attributes().remove(name);
              } else {
                draft.attributes().put(name, value);
              }
            });
        side.disturb();
      }
    }
  }

  private void happenTo(AgentEvent event) {
    Set<String> services = servicesOf(event.resource());
    if (event instanceof AgentEvent.Fails fails) {
      faults.add(fails, services);
      monitors.failNow(services);
    } else if (event instanceof AgentEvent.Hangs hangs) {
      faults.add(hangs, services);
      monitors.failNow(services);
    } else if (event instanceof AgentEvent.Mended mended) {
      faults.mend(mended, services);
    } else if (event instanceof AgentEvent.Dies dies) {
      for (World.Machine machine : world.machines()) {
        if (dies.node() == null || dies.node().equals(machine.name())) {
          services.forEach(
              service ->
                  world.setRole(machine.name(), service, Role.STOPPED, event.sentence(), false));
        }
      }
    } else if (event instanceof AgentEvent.StartedByHand started) {
      services.forEach(
          service -> world.setRole(started.node(), service, Role.STARTED, event.sentence(), false));
    } else if (event instanceof AgentEvent.FenceDeviceBreaks breaks) {
      faults.breakDevice(breaks.resource());
    } else if (event instanceof AgentEvent.FenceDeviceHangs hangs) {
      faults.hangDevice(hangs.resource());
    } else if (event instanceof AgentEvent.FenceDeviceMended mended) {
      faults.mendDevice(mended.resource());
      membership.sides().forEach(side -> side.fencingFailures.clear());
      membership.sides().forEach(Side::disturb);
    }
  }

  private void pass(Event.TimePasses passes) {
    conductor.settle();
    Instant until = world.clock().plus(passes.time());
    while (monitors.findNext(until)) {
      conductor.settle();
    }
    if (world.clock().isBefore(until)) {
      world.clock(until);
    }
    membership.sides().forEach(Side::disturb);
  }

  /** The history goes with the failures, so that the cluster looks again. */
  private void clear(Event.FailuresCleared cleared) {
    Optional<Set<String>> services = Optional.ofNullable(cleared.resource()).map(this::servicesOf);
    for (Side side : membership.sides()) {
      side.change(
          status ->
              side.members().stream()
                  .filter(node -> cleared.node() == null || cleared.node().equals(node))
                  .map(status::node)
                  .forEach(node -> clear(node, services)));
      side.disturb();
    }
  }

  private static void clear(NodeDraft node, Optional<Set<String>> services) {
    for (String heading : Set.copyOf(node.resources())) {
      String service = Faults.bare(heading);
      boolean meant =
          services.map(names -> names.contains(service) || names.contains(heading)).orElse(true);
      boolean failed =
          node.operations(heading).stream()
              .anyMatch(
                  each -> OperationLog.isFailure(each) || OperationLog.isFailedMigration(each));
      if (meant) {
        Bookkeeping.forgetFailures(node, heading);
        Bookkeeping.forgetFailures(node, service);
        if (failed) {
          node.forget(heading);
        }
      }
    }
  }

  /**
   * What runs on machines under a resource's name. Instances of an anonymous clone run under one
   * name, those of a unique clone each under its own.
   */
  private Set<String> servicesOf(String resource) {
    Stream<String> known = Services.below(configuration, resource);
    boolean runs = world.machines().stream().anyMatch(machine -> machine.role(resource).isActive());
    return (runs
            ? Stream.concat(known, Stream.of(resource))
            : known.flatMap(name -> Stream.of(name, Faults.bare(name))))
        .collect(Collectors.toUnmodifiableSet());
  }
}
