package dev.drover.daemon;

import dev.drover.model.ClusterState;
import dev.drover.model.config.NodeConfig;
import dev.drover.schedule.resolve.Context;
import dev.drover.schedule.resolve.Settings;
import dev.drover.text.OptionScope;
import dev.drover.text.OptionSpec;
import dev.drover.text.Options;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values that count now, as agents ask for them: by scope, node and name. */
final class AttributeValues {
  /** The scope of what the cluster is told; no node belongs to it. */
  static final String OPTION = "option";

  /** The scope of what lasts until a node starts again. */
  static final String TRANSIENT = "transient";

  private static final String PERMANENT = "permanent";

  private final InstantSource clock;

  AttributeValues(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The value that is meant; null where there is none.
   *
   * @throws IllegalArgumentException where the words name no scope; for people
   */
  @Nullable String of(ClusterState state, Map<String, String> words) {
    String scope = Commands.word(words, "scope");
    String name = name(words);
    Context now = Context.at(clock.instant());
    return switch (scope) {
      case TRANSIENT -> Attributes.values(state, Commands.word(words, "node")).get(name);
      case PERMANENT ->
          state.configuration().nodes().stream()
              .filter(node -> node.name().equals(words.get("node")))
              .map(NodeConfig::attributes)
              .map(sets -> Settings.resolve(sets, now).get(name))
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      case OPTION -> Settings.resolve(state.configuration().options(), now).get(name);
      default ->
          throw new IllegalArgumentException(
              "`%s`: expected %s, %s or %s".formatted(scope, TRANSIENT, PERMANENT, OPTION));
    };
  }

  /** The name that is meant: agents know some options by names that they had once. */
  static String name(Map<String, String> words) {
    String name = Commands.word(words, "name");
    return OPTION.equals(words.get("scope"))
        ? Options.load().formerly(name, OptionScope.CLUSTER).map(OptionSpec::name).orElse(name)
        : name;
  }
}
