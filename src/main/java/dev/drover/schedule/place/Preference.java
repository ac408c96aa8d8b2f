package dev.drover.schedule.place;

import dev.drover.model.Score;

/**
 * How much a resource wants to be on a node, for one reason.
 *
 * @param item a resource's name; a collective hands it on to its members as {@code reach} says
 * @param node the node's id
 * @param reach which members of a collective it is for
 */
public record Preference(String item, String node, Score score, Reach reach) {
  /** How a preference of a collective is handed on. */
  public enum Reach {
    /**
     * As a location constraint is: every instance of a clone; of a group that stays together only
     * the first member gets the score, and the others merely become welcome there.
     */
    LOCATION,
    /** Everything below, with the same score: a ban after failures. */
    ALL,
    /** Everything below, but only on nodes that are open to it without this: stickiness. */
    WHERE_WELCOME
  }
}
