package dev.drover.execute;

import dev.drover.plan.Action;
import java.util.function.Consumer;

/**
 * Port: somebody who gets actions done.
 *
 * <p>A resource's action goes to the agent on the action's node, a fencing action to a device, a
 * cluster action to the cluster's own bookkeeping; pseudo actions never come here.
 *
 * <p>What a driver may rely on, and an implementation must keep:
 *
 * <ul>
 *   <li>{@code begin} returns at once and never throws for an action that goes wrong: that is a
 *       result.
 *   <li>Each action begun gives exactly one result, in any order, perhaps before {@code begin}
 *       returns. An action that outlasts its timeout gives the result {@link ActionResult#TIMEOUT}
 *       and has no effect afterwards that could be taken for another action's.
 *   <li>Results are given on the driver's own thread of control, never two at a time.
 * </ul>
 */
@FunctionalInterface
public interface ActionRunner {
  /** Sets an action going. */
  void begin(Action action, Consumer<ActionResult> whenEnded);
}
