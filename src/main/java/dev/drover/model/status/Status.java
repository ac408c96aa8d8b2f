package dev.drover.model.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster reported last.
 *
 * @param quorate whether the membership layer says that this part of the cluster has quorum
 * @param coordinator the node that decides, by its id; null where none is known
 * @param executionDate the clock that was recorded with the state, in seconds since 1970; null
 *     where none was
 * @param panicWithoutQuorum whether nodes may be fenced for lack of quorum even where this part
 *     never had it
 */
public record Status(
    boolean quorate,
    @Nullable String coordinator,
    @Nullable Long executionDate,
    List<NodeState> nodes,
    List<TicketState> tickets,
    boolean panicWithoutQuorum) {
  /** A status in which only a part that had quorum may fence for the lack of it. */
  public Status(
      boolean quorate,
      @Nullable String coordinator,
      @Nullable Long executionDate,
      List<NodeState> nodes,
      List<TicketState> tickets) {
    this(quorate, coordinator, executionDate, nodes, tickets, false);
  }
}
