package dev.drover.scenario;

import dev.drover.model.config.ColocationConstraint;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.TicketConstraint;
import java.util.List;
import java.util.stream.Stream;

/** Constraints of every sort. */
public record Constraints(
    List<LocationConstraint> locations,
    List<ColocationConstraint> colocations,
    List<OrderConstraint> orders,
    List<TicketConstraint> tickets) {

  /** Their names, sort by sort. */
  public List<String> ids() {
    return Stream.of(
            locations.stream().map(LocationConstraint::id),
            colocations.stream().map(ColocationConstraint::id),
            orders.stream().map(OrderConstraint::id),
            tickets.stream().map(TicketConstraint::id))
        .flatMap(ids -> ids)
        .toList();
  }
}
