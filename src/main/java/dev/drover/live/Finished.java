package dev.drover.live;

import dev.drover.execute.ActionResult;
import dev.drover.execute.Order;
import dev.drover.execute.Unreloadable;
import org.jspecify.annotations.Nullable;

/**
 * An assignment with what became of it.
 *
 * @param serial counts what this node's agent tells, from 1; who wrote it down confirms it by this;
 *     {@link #OWN} where no agent told it
 * @param change whether it is a monitor that recurs and finds something else than before
 * @param unreloadable what of the resource only a restart changes; null where its agent cannot
 *     reload, or where that does not matter
 */
public record Finished(
    long serial,
    boolean change,
    Assignment assignment,
    ActionResult result,
    @Nullable Unreloadable unreloadable) {
  /** The serial number of what a leader finds out itself. */
  public static final long OWN = 0;

  /** The end of an assignment that tells nothing of reloads. */
  public Finished(long serial, boolean change, Assignment assignment, ActionResult result) {
    this(serial, change, assignment, result, null);
  }

  /** The order, with all that is to be written down of what it ran with. */
  public Order order() {
    Order order = assignment.order();
    return unreloadable == null ? order : order.with(unreloadable, assignment.call().parameters());
  }
}
