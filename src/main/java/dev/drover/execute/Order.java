package dev.drover.execute;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a resource agent is told to do, with all that is needed to write down what became of it,
 * whatever is decided meanwhile and by whomever.
 *
 * @param node the name of the node it is for
 * @param remoteNode whether that node is reached over a connection resource
 * @param entry the operation, as the node's history will know it
 * @param connects whether the resource is the connection to a remote node
 * @param keptSince since when (in seconds since 1970) the resource is kept for the node, which is
 *     being shut down; null where it is not
 * @param fatal whether one failure of it counts as many failures as can be
 * @param digests of the parameters that the agent is given, by the names under which a history
 *     keeps them; empty where nobody compares them later
 */
public record Order(
    String node,
    boolean remoteNode,
    OperationLog.Entry entry,
    boolean connects,
    @Nullable String keptSince,
    boolean fatal,
    Map<String, String> digests) {
  /** The same with digests. */
  public Order with(Map<String, String> others) {
    return new Order(node, remoteNode, entry, connects, keptSince, fatal, others);
  }

  /**
   * The same with what is to be kept of a resource that can reload.
   *
   * @param parameters that the operation ran with
   */
  public Order with(Unreloadable unreloadable, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(digests);
    all.putAll(unreloadable.digests(parameters));
    return with(all);
  }

  /** True where the agent ended as the plan expected. */
  public boolean isMetBy(ActionResult result) {
    return result.isAsExpected(entry.expectedRc());
  }
}
