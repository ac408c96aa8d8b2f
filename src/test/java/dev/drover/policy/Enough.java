package dev.drover.policy;

import dev.drover.model.Kind;
import dev.drover.model.config.Configuration;
import dev.drover.model.config.OrderConstraint;
import dev.drover.model.config.ResourceConfig;
import dev.drover.plan.ResourceView;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether enough instances of a clone run for what comes after it: at rest, nothing that is ordered
 * after a clone with {@code clone-min} is active while fewer instances are.
 */
final class Enough {
  private Enough() {}

  /** Each resource that runs too early, as a sentence. */
  static List<String> brokenIn(Configuration configuration, Whereabouts where) {
    List<String> broken = new ArrayList<>();
    for (OrderConstraint order : configuration.orders()) {
      String first = order.first();
      String then = order.then();
      if (first == null || then == null || !isMandatory(order)) {
        continue;
      }
      int least = least(configuration, first);
      long active = where.instances(first).stream().filter(Enough::isActive).count();
      if (active < least
          && where.isFree(first)
          && where.isFree(then)
          && !where.nodes(then, null).isEmpty()) {
        broken.add(
            "%s: %s is active after %d instances of %s, %d are the least"
                .formatted(order.id(), then, active, first, least));
      }
    }
    return broken;
  }

  private static boolean isMandatory(OrderConstraint order) {
    return order.kind() == null || order.kind().equals("Mandatory");
  }

  private static int least(Configuration configuration, String name) {
    return configuration.resources().stream()
        .filter(resource -> resource.id().equals(name) && resource.kind() == Kind.CLONE)
        .mapToInt((ResourceConfig clone) -> Numbers.number(clone, "clone-min", 0))
        .findFirst()
        .orElse(0);
  }

  private static boolean isActive(ResourceView instance) {
    return instance.primitives().anyMatch(view -> view.role().isActive());
  }
}
