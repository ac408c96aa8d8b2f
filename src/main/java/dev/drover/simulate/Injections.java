package dev.drover.simulate;

import dev.drover.execute.ActionResult;
import dev.drover.execute.FailureCount;
import dev.drover.execute.NodeDraft;
import dev.drover.execute.OperationLog;
import dev.drover.execute.ResourceNames;
import dev.drover.execute.StatusDraft;
import dev.drover.model.ClusterState;
import dev.drover.model.status.TicketState;
import dev.drover.plan.Assessment;
import dev.drover.plan.ResourceView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to change in a reported status before anything is decided: the "what if" of a simulation.
 *
 * @param quorate whether there is quorum; null to leave it as reported
 * @param nodesUp nodes to report as members
 * @param nodesDown nodes to report as cleanly gone, with nothing known of what they ran
 * @param nodesFailing nodes to report as lost
 * @param ticketsGranted tickets to grant; the same for the three lists after it
 * @param operations results to add to the histories
 */
public record Injections(
    @Nullable Boolean quorate,
    List<String> nodesUp,
    List<String> nodesDown,
    List<String> nodesFailing,
    List<String> ticketsGranted,
    List<String> ticketsRevoked,
    List<String> ticketsStandby,
    List<String> ticketsActive,
    List<PretendedResult> operations) {

  /**
   * The changed state.
   *
   * @param state the state to change
   * @param modifications one line is added for each change, in the order in which they are made
   */
  public record Applied(ClusterState state, List<String> modifications) {}

  /**
   * True where there is nothing to change but perhaps quorum, which alone is no occasion for a
   * report.
   */
  public boolean areNone() {
    return nodesUp.isEmpty()
        && nodesDown.isEmpty()
        && nodesFailing.isEmpty()
        && ticketsGranted.isEmpty()
        && ticketsRevoked.isEmpty()
        && ticketsStandby.isEmpty()
        && ticketsActive.isEmpty()
        && operations.isEmpty()
        && quorate == null;
  }

  /**
   * Makes the changes.
   *
   * @param before how the cluster stands, to know its nodes and resources by
   * @param fatal the tasks of which one failure counts as many failures as can be
   * @throws UnknownNameException if a change is to a node or resource that is not known
   */
  public Applied applyTo(ClusterState state, Assessment before, Set<String> fatal, Instant now)
      throws UnknownNameException {
    checkNodes(state, before);
    StatusDraft status = new StatusDraft(state);
    List<String> lines = new ArrayList<>();
    if (quorate != null) {
      status.quorate(quorate);
      lines.add("Setting quorum: " + quorate);
    }
    for (String node : nodesUp) {
      lines.add("Bringing node " + node + " online");
      status.node(node).online();
    }
    for (String node : nodesDown) {
      lines.add("Taking node " + node + " offline");
      status.node(node).offline();
      status.node(node).forgetAll();
    }
    for (String node : nodesFailing) {
      lines.add("Failing node " + node);
      status.node(node).lost();
    }
    for (String ticket : ticketsGranted) {
      lines.add("Granting ticket " + ticket);
      status.ticket(
          ticket, t -> new TicketState(t.id(), true, t.standby(), t.lastGranted(), t.attributes()));
    }
    for (String ticket : ticketsRevoked) {
      lines.add("Revoking ticket " + ticket);
      status.ticket(
          ticket,
          t -> new TicketState(t.id(), false, t.standby(), t.lastGranted(), t.attributes()));
    }
    for (String ticket : ticketsStandby) {
      lines.add("Making ticket " + ticket + " standby");
      status.ticket(
          ticket, t -> new TicketState(t.id(), t.granted(), true, t.lastGranted(), t.attributes()));
    }
    for (String ticket : ticketsActive) {
      lines.add("Activating ticket " + ticket);
      status.ticket(
          ticket,
          t -> new TicketState(t.id(), t.granted(), false, t.lastGranted(), t.attributes()));
    }
    ResourceNames names = new ResourceNames(before);
    for (PretendedResult operation : operations) {
      lines.add("Injecting " + operation + " into the configuration");
      inject(
          status.node(operation.node()), names, fatal.contains(operation.task()), operation, now);
    }
    return new Applied(status.toState(), List.copyOf(lines));
  }

  /** A node may be named that is configured, or implied by a resource, or only reported. */
  private void checkNodes(ClusterState state, Assessment before) throws UnknownNameException {
    Set<String> known = new HashSet<>();
    before.nodes().forEach(node -> known.add(node.name()));
    state.status().nodes().forEach(node -> known.add(node.name()));
    List<String> named =
        Stream.of(
                nodesUp.stream(),
                nodesDown.stream(),
                nodesFailing.stream(),
                operations.stream().map(PretendedResult::node))
            .flatMap(names -> names)
            .toList();
    for (String node : named) {
      if (!known.contains(node)) {
        throw UnknownNameException.ofNode(node, known);
      }
    }
  }

  private static void inject(
      NodeDraft node, ResourceNames names, boolean fatal, PretendedResult operation, Instant now)
      throws UnknownNameException {
    ResourceView resource = names.view(operation.resource());
    if (resource == null) {
      throw UnknownNameException.ofResource(operation.resource(), names.known());
    }
    FailureCount.add(
        node,
        operation.resource(),
        operation.task(),
        operation.intervalMs(),
        operation.rc(),
        fatal,
        now);
    String heading = names.heading(node, operation.resource());
    OperationLog.add(
        node,
        OperationLog.Entry.plain(
            heading, heading, resource.agent(), operation.task(), operation.intervalMs(), 0),
        ActionResult.exited(operation.rc()),
        now);
  }
}
