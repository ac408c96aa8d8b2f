package dev.drover.model.fact;

/**
 * How many instances a clone has and how they relate, as the rules read its options.
 *
 * @param resource the clone's name
 * @param max how many instances at most; at least 0
 * @param nodeMax how many instances at most on one node
 * @param promotedMax how many promoted instances at most; 0 where the clone cannot be promoted
 * @param promotedNodeMax how many promoted instances at most on one node
 * @param minRunnable how many instances must be able to run before others may depend on the clone;
 *     0 for all
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
    boolean unique = saysUnique(clone);
    return read(clone, instances(clone, nodes), unique, unique ? nodeMax(clone) : 1);
  }

  /**
   * Reads the options of a clone whose instances cannot differ. Where its options say that they do,
   * it has no more instances than there are nodes.
   */
  public static CloneShape anonymous(Resource clone, int nodes) {
    int instances = instances(clone, nodes);
    return read(clone, saysUnique(clone) ? Math.min(instances, nodes) : instances, false, 1);
  }

  private static boolean saysUnique(Resource clone) {
    return clone.has("globally-unique") ? clone.on("globally-unique") : nodeMax(clone) > 1;
  }

  private static int nodeMax(Resource clone) {
    return Math.max(1, clone.count("clone-node-max", 1));
  }

  private static int instances(Resource clone, int nodes) {
    return Math.max(0, clone.count("clone-max", Math.max(1, nodes)));
  }

  private static CloneShape read(Resource clone, int instances, boolean unique, int nodeMax) {
    boolean promotable = clone.on("promotable");
    return new CloneShape(
        clone.id(),
        instances,
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
