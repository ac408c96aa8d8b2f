package dev.drover.schedule.order;

import dev.drover.plan.Plan;
import dev.drover.schedule.order.Expansion.Sides;
import dev.drover.schedule.tree.Place;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The order stage: from steps and relations to a plan. */
public final class Ordering {
  private Ordering() {}

  /**
   * What order came to.
   *
   * @param places where each primitive is to be: as it was, but nowhere for an instance whose
   *     partner is missing
   */
  public record Ordered(Plan plan, Map<String, Place> places) {}

  /**
   * Applies the relations to the steps, in the order given, and carries what follows from them to
   * where nothing changes.
   *
   * <p>The steps are changed on the way, and some are added.
   *
   * @param times how long an agent that carries a step out waits and may take, as parameters; the
   *     same for all steps that differ by their node only
   */
  public static Ordered order(
      StepBook book,
      List<Relation> relations,
      OrderContext context,
      Function<Step, Map<String, String>> times) {
    Tree tree = new Tree(context);
    List<Sides> afterStop = new Expansion(book, tree).apply(relations);
    Propagation propagation = new Propagation(book, tree);
    propagation.blockColocated();
    Probes probes = new Probes(book, tree, propagation.interleaving());
    probes.order(afterStop);
    propagation.run();
    probes.orderSettled();
    Inputs inputs = new Inputs(tree);
    List<Step> steps = book.steps();
    for (int i = steps.size() - 1; i >= 0; i--) {
      inputs.disableInvalid(steps.get(i));
    }
    propagation.settleClones();
    new Notifications(book, tree).create();
    Plan plan = new Graph(book, tree, inputs, times).plan();
    return new Ordered(plan, Collections.unmodifiableMap(tree.places()));
  }
}
