package dev.drover.policy;

import dev.drover.model.ClusterState;
import dev.drover.model.Role;
import dev.drover.model.config.ResourceSet;
import dev.drover.model.config.TicketConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Without its ticket nothing is active, or in a role, that needs it. */
final class Ticketed {
  private Ticketed() {}

  /** Each resource that is more than its ticket allows, as a sentence. */
  static List<String> brokenIn(AtRest rest) {
    List<String> broken = new ArrayList<>();
    for (TicketConstraint constraint : rest.configuration().tickets()) {
      if (isGranted(rest.view().state(), constraint.ticket())
          || "freeze".equals(constraint.lossPolicy())) {
        continue;
      }
      if (constraint.resource() != null) {
        check(rest, constraint, constraint.resource(), constraint.role(), broken);
      }
      for (ResourceSet set : constraint.sets()) {
        set.resources().forEach(each -> check(rest, constraint, each, set.role(), broken));
      }
    }
    return broken;
  }

  /** What lost a ticket with the policy to leave it as it is. */
  static Set<String> frozen(ClusterState state) {
    Set<String> frozen = new HashSet<>();
    for (TicketConstraint constraint : state.configuration().tickets()) {
      if ("freeze".equals(constraint.lossPolicy()) && !isGranted(state, constraint.ticket())) {
        frozen.add(String.valueOf(constraint.resource()));
        constraint.sets().forEach(set -> frozen.addAll(set.resources()));
      }
    }
    return frozen;
  }

  private static boolean isGranted(ClusterState state, String name) {
    return state.status().tickets().stream()
        .anyMatch(ticket -> ticket.id().equals(name) && ticket.granted() && !ticket.standby());
  }

  private static void check(
      AtRest rest,
      TicketConstraint constraint,
      String resource,
      @Nullable Role role,
      List<String> broken) {
    if (!rest.where().isFree(resource)) {
      return;
    }
    if (!rest.where().nodes(resource, Role.PROMOTED).isEmpty()) {
      broken.add(constraint.id() + ": " + resource + " is promoted without the ticket");
    }
    if ("stop".equals(constraint.lossPolicy())
        && role != Role.PROMOTED
        && !rest.where().nodes(resource, null).isEmpty()) {
      broken.add(constraint.id() + ": " + resource + " is active without the ticket");
    }
  }
}
