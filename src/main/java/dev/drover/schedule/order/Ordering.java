package dev.drover.schedule.order;

import dev.drover.plan.Plan;
import java.util.List;

/** The order stage: from steps and relations to a plan. */
public final class Ordering {
  private Ordering() {}

  /**
   * Applies the relations to the steps, in the order given, and carries what follows from them to where nothing changes.
   *
   * <p>The steps are changed on the way, and some are added.
   */
  public static Plan plan(StepBook book, List<Relation> relations, OrderContext context) {
    return Plan.EMPTY;
  }
}
