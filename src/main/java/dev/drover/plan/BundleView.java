package dev.drover.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bundle is made of. The resources it names are found at or below the members of its {@link
 * ResourceView}.
 *
 * @param image the container image
 * @param replicas in the order of their numbers
 */
public record BundleView(String image, List<Replica> replicas) {
  /**
   * One copy of the bundle; the parts are named by resource.
   *
   * @param number counted from 0
   * @param ip the network address it answers to; null where it has none of its own
   * @param address the resource that holds the network address
   * @param container the resource that runs the container
   * @param connection the resource that is the cluster's connection into the container
   * @param service the instance of the resource that runs inside
   */
  public record Replica(
      int number,
      @Nullable String ip,
      @Nullable String address,
      String container,
      @Nullable String connection,
      @Nullable String service) {}
}
