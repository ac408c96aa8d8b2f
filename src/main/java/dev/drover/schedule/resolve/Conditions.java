package dev.drover.schedule.resolve;

import dev.drover.model.Agent;
import dev.drover.model.Intervals;
import dev.drover.model.config.Expression;
import org.jspecify.annotations.Nullable;

/** Evaluates conditions. One that cannot be understood does not hold. */
public final class Conditions {
  private Conditions() {}

  /** Whether a condition holds in a context. */
  public static boolean holds(Expression expression, Context context) {
    if (expression instanceof Expression.All all) {
      return all.parts().stream().allMatch(part -> holds(part, context));
    }
    if (expression instanceof Expression.Any any) {
      return any.parts().stream().anyMatch(part -> holds(part, context));
    }
    if (expression instanceof Expression.AttributeTest test) {
      return AttributeTests.holds(test, context);
    }
    if (expression instanceof Expression.DateTest test) {
      return DateTests.holds(test, context.now());
    }
    if (expression instanceof Expression.ResourceTest test) {
      return holds(test, context.agent());
    }
    return holds((Expression.OperationTest) expression, context);
  }

  private static boolean holds(Expression.ResourceTest test, @Nullable Agent agent) {
    return matches(test.standard(), agent == null ? null : agent.standard())
        && matches(test.provider(), agent == null ? null : agent.provider())
        && matches(test.type(), agent == null ? null : agent.type());
  }

  private static boolean matches(@Nullable String wanted, @Nullable String actual) {
    return wanted == null || wanted.equals(actual);
  }

  private static boolean holds(Expression.OperationTest test, Context context) {
    return test.name().equals(context.operation())
        && (test.interval() == null || Intervals.parse(test.interval()) == context.intervalMs());
  }
}
