package dev.drover.live;

import dev.drover.execute.Order;
import dev.drover.plan.Call;

/**
 * A piece of work for a node's agents.
 *
 * @param token by what right it is ordered
 * @param number unique among what a coordinator orders, from 1; one that begins anew in the same
 *     tenure counts from 1 again
 * @param order what to do, and how to write down what became of it
 * @param call what the agent is given
 */
public record Assignment(Token token, long number, Order order, Call call) {
  /** The same work under another leader's token and number. */
  public Assignment as(Token newToken, long newNumber) {
    return new Assignment(newToken, newNumber, order, call);
  }

  /** True where one run of the agent does for both. */
  public boolean isSameWork(Assignment other) {
    return order.node().equals(other.order.node())
        && order.entry().equals(other.order.entry())
        && call.digest().equals(other.call.digest());
  }
}
