package dev.drover.model.fact;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How a kind of action on a remote or guest node is ordered relative to a resource's start or stop.
 *
 * @param node the remote or guest node
 * @param deed which of the actions there
 * @param resource the resource whose start comes before, or whose stop comes after
 * @param task {@code start} or {@code stop}
 * @param bonds never empty
 */
public record Across(String node, Deed deed, String resource, String task, Set<Bond> bonds) {
  /** Keeps the bonds in their own order, which is the same every time. */
  public Across {
    bonds = Collections.unmodifiableSet(EnumSet.copyOf(bonds));
  }

  /** A kind of action. */
  public enum Deed {
    /** A start or promotion. */
    UP,
    /** A stop or a step of a live migration. */
    STOP,
    /** A demotion. */
    DEMOTE,
    /** A recurring monitor, unless it is {@link NotWatchedAgain}. */
    MONITOR,
    /** The end of a recurring operation. */
    CANCEL,
    /** Anything else, such as a probe. */
    OTHER,
    /** The stop elsewhere of what is to start on this node. */
    MOVE_HERE
  }
}
