package dev.drover.text.report;

import dev.drover.plan.Assessment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one node of a running cluster can tell of it.
 *
 * @param cluster the cluster's name
 * @param assessment how nodes and resources stand, as the rules judged it
 * @param coordinator the node that decides; null where none is known
 * @param votes how the quorum comes about
 * @param updated when this was asked
 * @param changed when the configuration or the rules were changed last; null where that is not
 *     known
 * @param changedBy who changed it; null where that is not known
 * @param failed operations whose failure nobody has cleaned up yet
 * @param failures how often resources failed on which node
 * @param fencing the history, oldest first
 * @param changes what commands changed beside the configuration's file, a line each
 * @param daemons Drover itself, on each node
 */
public record Observation(
    String cluster,
    Assessment assessment,
    @Nullable String coordinator,
    Votes votes,
    Instant updated,
    @Nullable Instant changed,
    @Nullable String changedBy,
    List<FailedOperation> failed,
    List<FailureCount> failures,
    List<FencingEntry> fencing,
    List<String> changes,
    List<DaemonState> daemons) {
  /** Copies the lists. */
  public Observation {
    failed = List.copyOf(failed);
    failures = List.copyOf(failures);
    fencing = List.copyOf(fencing);
    changes = List.copyOf(changes);
    daemons = List.copyOf(daemons);
  }

  /**
   * Whose votes count.
   *
   * @param present who votes and is there
   * @param expected who may vote at all
   */
  public record Votes(int present, int expected) {}

  /**
   * Drover itself on one node.
   *
   * @param state a word or two, such as {@code coordinates} or {@code not reached}
   * @param version null where that is not known
   * @param links those with the node that tells this; none for itself
   */
  public record DaemonState(
      String node, String state, @Nullable String version, List<LinkState> links) {
    /** Copies the list. */
    public DaemonState {
      links = List.copyOf(links);
    }
  }

  /**
   * A link between two nodes.
   *
   * @param address at which one of them calls the other
   * @param isUp whether heartbeats are heard over it
   * @param since when that has been so
   */
  public record LinkState(String address, boolean isUp, Instant since) {}
}
