package dev.drover.schedule.resolve;

import dev.drover.model.Role;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.ResourceSet;
import dev.drover.model.config.TicketConstraint;
import dev.drover.model.fact.TicketNeed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Ticket constraints as one need for each resource. */
public final class TicketFacts {
  private TicketFacts() {}

  /** Expands all ticket constraints of a configuration, in their order. */
  public static List<TicketNeed> of(Configuration configuration, Names names) {
    List<TicketNeed> needs = new ArrayList<>();
    for (TicketConstraint constraint : configuration.tickets()) {
      for (ResourceSet set : constraint.sets()) {
        add(needs, constraint, set.id(), set.resources(), set.role(), names);
      }
      if (constraint.sets().isEmpty() && constraint.resource() != null) {
        add(
            needs,
            constraint,
            constraint.id(),
            List.of(constraint.resource()),
            constraint.role(),
            names);
      }
    }
    return needs;
  }

  private static void add(
      List<TicketNeed> needs,
      TicketConstraint constraint,
      String id,
      List<String> resources,
      @Nullable Role role,
      Names names) {
    String policy =
        constraint.lossPolicy() == null ? null : constraint.lossPolicy().toLowerCase(Locale.ROOT);
    for (String resource : names.all(resources).orElse(List.of())) {
      needs.add(new TicketNeed(id, resource, Roles.selected(role), constraint.ticket(), policy));
    }
  }
}
