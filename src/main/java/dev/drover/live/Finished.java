package dev.drover.live;

import dev.drover.execute.ActionResult;

/**
 * An assignment with what became of it.
 *
 * @param serial counts what this node's agent tells, from 1; who wrote it down confirms it by this;
 *     {@link #OWN} where no agent told it
 * @param change whether it is a monitor that recurs and finds something else than before
 */
public record Finished(long serial, boolean change, Assignment assignment, ActionResult result) {
  /** The serial number of what a leader finds out itself. */
  public static final long OWN = 0;
}
