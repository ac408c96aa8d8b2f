package dev.drover.text.cib;

import dev.drover.model.config.Expression;
import dev.drover.model.config.LocationConstraint;
import dev.drover.model.config.LocationRule;
import java.util.List;

/**
 * The old way to let a location constraint hold at times only: as the rules that say the same now.
 */
final class Lifetime {
  private Lifetime() {}

  /**
   * A constraint that holds only while one of the conditions does.
   *
   * @param conditions of the constraint's lifetime; empty for a constraint that always holds
   */
  static LocationConstraint apply(LocationConstraint location, List<Expression> conditions) {
    if (conditions.isEmpty()) {
      return location;
    }
    Expression alive = conditions.size() == 1 ? conditions.get(0) : new Expression.Any(conditions);
    List<LocationRule> rules =
        location.rules().isEmpty()
            ? nodeRule(location, alive)
            : location.rules().stream().map(rule -> narrowed(rule, alive)).toList();
    return new LocationConstraint(
        location.id(),
        location.resource(),
        location.pattern(),
        location.sets(),
        location.role(),
        null,
        null,
        rules,
        location.discovery());
  }

  private static LocationRule narrowed(LocationRule rule, Expression alive) {
    Expression both = new Expression.All(List.of(rule.condition(), alive));
    return new LocationRule(rule.id(), rule.score(), rule.scoreAttribute(), rule.role(), both);
  }

  private static List<LocationRule> nodeRule(LocationConstraint location, Expression alive) {
    if (location.node() == null || location.score() == null) {
      return List.of();
    }
    Expression onNode =
        new Expression.AttributeTest("#uname", "eq", null, location.node(), "literal");
    Expression both = new Expression.All(List.of(onNode, alive));
    return List.of(
        new LocationRule(
            location.id() + "-lifetime", location.score(), null, location.role(), both));
  }
}
