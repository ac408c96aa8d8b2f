package dev.drover.schedule.resolve;

import dev.drover.model.fact.OrderPair;
import org.jspecify.annotations.Nullable;

/** One side of an order: a resource's action, or a gate. */
record OrderSide(@Nullable String resource, @Nullable String action, @Nullable String gate) {
  OrderSide doing(String otherAction) {
    return new OrderSide(resource, otherAction, gate);
  }

  OrderPair then(
      OrderSide next,
      String id,
      OrderPair.Kind kind,
      OrderPair.Symmetry symmetry,
      boolean requireAll) {
    return new OrderPair(
        id,
        resource,
        action,
        gate,
        next.resource,
        next.action,
        next.gate,
        kind,
        symmetry,
        requireAll);
  }
}
