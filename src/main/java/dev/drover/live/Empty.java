package dev.drover.live;

import dev.drover.model.config.Configuration;
import java.util.List;
import java.util.Map;

/** What a cluster has that nobody configured. */
final class Empty {
  static final Configuration CONFIGURATION =
      new Configuration(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), List.of(), Map.of());

  private Empty() {}
}
