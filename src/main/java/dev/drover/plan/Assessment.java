package dev.drover.plan;

import java.util.List;

/** How the cluster stands before anything is done: what a status report shows. */
public record Assessment(
    boolean quorate, Management management, List<NodeView> nodes, List<ResourceView> resources) {
  /** A cluster that manages its resources. */
  public Assessment(boolean quorate, List<NodeView> nodes, List<ResourceView> resources) {
    this(quorate, Management.NORMAL, nodes, resources);
  }
}
