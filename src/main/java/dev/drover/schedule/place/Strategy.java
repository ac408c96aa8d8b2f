package dev.drover.schedule.place;

/**
 * What decides between nodes of equal score, before their names do.
 *
 * @param capacityCounts a node without room for a resource is no place for it
 * @param mostFree the node with more room left comes first
 * @param fewestResources the node with fewer resources comes first
 */
public record Strategy(boolean capacityCounts, boolean mostFree, boolean fewestResources) {
  /** Counts resources and knows no capacity. */
  public static final Strategy COUNT = new Strategy(false, false, true);
}
