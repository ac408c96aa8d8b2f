package dev.drover.model.config;

import dev.drover.model.fact.Words;
import java.util.Map;

/**
 * How a bundle's replicas relate to others.
 *
 * @param interleave whether each waits only for what it follows on its own node
 * @param notifies whether those inside are told of each other
 */
public record BundleOptions(boolean interleave, boolean notifies) {
  /** What a bundle's options in force say. */
  public static BundleOptions of(Map<String, String> options) {
    return new BundleOptions(
        Words.isTrue(options.getOrDefault("interleave", "")),
        Words.isTrue(options.getOrDefault("notify", "")));
  }
}
