package dev.drover.model.fact;

/**
 * How many instances a clone has and how they relate, as the rules read its options.
 *
 * @param resource the clone's name
 * @param max how many instances at most; at least 0
 * @param nodeMax how many instances at most on one node
 * @param promotedMax how many promoted instances at most; 0 where the clone cannot be promoted
 * @param promotedNodeMax how many promoted instances at most on one node
 * @param minRunnable how many instances must be able to run before others may depend on the clone; 0 for all
 */
public record CloneShape(
    String resource,
    int max,
    int nodeMax,
    int promotedMax,
    int promotedNodeMax,
    int minRunnable,
    boolean unique,
    boolean promotable,
    boolean interleave,
    boolean ordered,
    boolean notifies) {
  /**
   * Reads a clone's options.
   *
   * @param nodes how many nodes there are, which is how many instances a clone has by default
   */
  public static CloneShape read(Resource clone, int nodes) {
    int nodeMax = Math.max(1, clone.count("clone-node-max", 1));
    boolean promotable = clone.on("promotable");
    boolean unique = clone.has("globally-unique") ? clone.on("globally-unique") : nodeMax > 1;
    return new CloneShape(
        clone.id(),
        Math.max(0, clone.count("clone-max", Math.max(1, nodes))),
        nodeMax,
        promotable ? clone.count("promoted-max", 1) : 0,
        promotable ? clone.count("promoted-node-max", 1) : 0,
        clone.count("clone-min", 0),
        unique,
        promotable,
        clone.on("interleave"),
        clone.on("ordered"),
        clone.on("notify"));
  }
}
