package dev.drover.model.status;

import dev.drover.model.Agent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done with one resource on one node.
 *
 * @param resource the name the node knows it by
 * @param agent what managed it, or null where that was not recorded
 * @param attributes anything else recorded ({@code container}, {@link #KEPT_SINCE}, …)
 * @param operations in the order they were recorded; the call number gives the order in which they
 *     ran
 */
public record ResourceHistory(
    String resource,
    @Nullable Agent agent,
    Map<String, String> attributes,
    List<OperationRecord> operations) {
  /**
   * The attribute that says since when the resource is kept for the node, which was shut down, in
   * seconds since 1970.
   */
  public static final String KEPT_SINCE = "shutdown-lock";
}
