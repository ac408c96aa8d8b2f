package dev.drover.scenario;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that happens to a cluster. */
public sealed interface Event
    permits NodeEvent,
        AgentEvent,
        ConfigurationChange,
        Event.TimePasses,
        Event.QuorumChanges,
        Event.NetworkSplits,
        Event.NetworkHeals,
        Event.TicketChanges,
        Event.FailuresCleared {

  /** What happens, as a sentence without a full stop. */
  String sentence();

  /** The clock moves on; monitors and timeouts that fall due in between run. */
  record TimePasses(Duration time) implements Event {
    @Override
    public String sentence() {
      return time.toSeconds() + " s pass";
    }
  }

  /**
   * The membership layer says that the cluster has quorum, or not, whatever {@link Quorum} would
   * say from now on.
   */
  record QuorumChanges(boolean quorate) implements Event {
    @Override
    public String sentence() {
      return quorate ? "quorum is back" : "quorum is lost";
    }
  }

  /**
   * Nodes see only those on their own side from now on; everything goes on running.
   *
   * @param sides at least two, without a common node; a node that is on none is alone
   */
  record NetworkSplits(List<List<String>> sides) implements Event {
    @Override
    public String sentence() {
      return "the network splits into "
          + sides.stream()
              .map(side -> String.join(" and ", side))
              .collect(Collectors.joining(" against "));
    }
  }

  /** All running nodes see each other again. */
  record NetworkHeals() implements Event {
    @Override
    public String sentence() {
      return "the network heals";
    }
  }

  /** A ticket is granted to this cluster or taken from it. */
  record TicketChanges(String ticket, boolean granted, boolean standby) implements Event {
    @Override
    public String sentence() {
      return "ticket "
          + ticket
          + " is "
          + (granted ? standby ? "put in standby" : "granted" : "revoked");
    }
  }

  /**
   * An operator has the history of failures forgotten.
   *
   * @param resource null for every resource
   * @param node null for every node
   */
  record FailuresCleared(@Nullable String resource, @Nullable String node) implements Event {
    @Override
    public String sentence() {
      return "failures of "
          + (resource == null ? "everything" : resource)
          + (node == null ? "" : " on " + node)
          + " are cleaned up";
    }
  }
}
