package dev.drover.text.report;

import dev.drover.model.Score;
import dev.drover.model.fact.Words;
import dev.drover.model.status.FailureAttribute;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often a resource failed on a node.
 *
 * @param resource the name that the node knows it by
 * @param count the sum over its operations; infinite for "never again here"
 * @param last when it failed last; null where that is not known
 */
public record FailureCount(String node, String resource, Score count, @Nullable Instant last) {
  /** What nodes have counted, by node in the order of these, then by the resource's name. */
  public static List<FailureCount> of(Status status) {
    List<FailureCount> all = new ArrayList<>();
    for (NodeState node : status.nodes()) {
      Map<String, Score> counts = new TreeMap<>();
      Map<String, Long> last = new TreeMap<>();
      node.attributes()
          .forEach(
              (name, value) ->
                  FailureAttribute.parse(name)
                      .ifPresent(
                          told -> {
                            if (told.count()) {
                              Score more = Score.parse(value, Score.ZERO);
                              counts.merge(told.resource(), more, Score::plus);
                            } else {
                              last.merge(told.resource(), Words.number(value, 0), Math::max);
                            }
                          }));
      counts.forEach(
          (resource, count) -> {
            Long at = last.get(resource);
            Instant time = at == null ? null : Instant.ofEpochSecond(at);
            all.add(new FailureCount(node.name(), resource, count, time));
          });
    }
    return all;
  }

  /** The line of it below its node's. */
  String line() {
    String when = last == null ? "" : " last-failure='" + StatusReport.date(last) + "'";
    return resource + ": fail-count=" + count + when;
  }
}
