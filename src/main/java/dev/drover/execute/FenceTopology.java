package dev.drover.execute;

import dev.drover.model.ClusterState;
import dev.drover.model.config.FencingLevel;
import dev.drover.schedule.resolve.Context;
import dev.drover.schedule.resolve.Settings;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which devices fence which node together, and which of them first.
 *
 * @param levels as configured
 * @param attributes of each node, for levels that are for nodes with an attribute
 */
public record FenceTopology(
    List<FencingLevel> levels, Map<String, Map<String, String>> attributes) {
  /** No levels: any device that can fence a node is as good as another. */
  public static final FenceTopology NONE = new FenceTopology(List.of(), Map.of());

  /** The levels of a configuration, for nodes with the attributes that count at a time. */
  public static FenceTopology of(ClusterState state, Instant at) {
    Map<String, Map<String, String>> attributes = new HashMap<>();
    state
        .configuration()
        .nodes()
        .forEach(
            node ->
                attributes.put(node.name(), Settings.resolve(node.attributes(), Context.at(at))));
    state
        .status()
        .nodes()
        .forEach(
            node ->
                attributes
                    .computeIfAbsent(node.name(), name -> new HashMap<>())
                    .putAll(node.attributes()));
    return new FenceTopology(state.configuration().fencingLevels(), attributes);
  }

  /**
   * A node's levels, the first to be tried first. Levels that name the node count before those with
   * a pattern that is found in its name, and these before those for nodes with an attribute. Where
   * several patterns or attributes fit, the one that was configured first counts alone.
   */
  public List<FenceLevel> of(String node) {
    List<Predicate<FencingLevel>> ways =
        List.of(
            level -> node.equalsIgnoreCase(level.target()),
            level -> fits(level.targetPattern(), node),
            level -> hasAttribute(level, node));
    return ways.stream()
        .flatMap(way -> levels.stream().filter(way).limit(1))
        .findFirst()
        .map(this::withTheSameTarget)
        .orElse(List.of());
  }

  private List<FenceLevel> withTheSameTarget(FencingLevel first) {
    return levels.stream()
        .filter(level -> isForTheSame(first, level))
        .sorted(Comparator.comparingInt(FencingLevel::index))
        .map(level -> new FenceLevel(level.index(), level.devices()))
        .toList();
  }

  private static boolean isForTheSame(FencingLevel one, FencingLevel other) {
    return equalNames(one.target(), other.target())
        && Objects.equals(one.targetPattern(), other.targetPattern())
        && Objects.equals(one.targetAttribute(), other.targetAttribute())
        && Objects.equals(one.targetValue(), other.targetValue());
  }

  private static boolean equalNames(@Nullable String one, @Nullable String other) {
    return one == null ? other == null : one.equalsIgnoreCase(other);
  }

  private static boolean fits(@Nullable String pattern, String node) {
    if (pattern == null) {
      return false;
    }
    try {
      return Pattern.compile(pattern).matcher(node).find();
    } catch (PatternSyntaxException e) {
      // It was refused where it was read; here it fits nobody.
      return false;
    }
  }

  private boolean hasAttribute(FencingLevel level, String node) {
    return level.targetAttribute() != null
        && level.targetValue() != null
        && level
            .targetValue()
            .equals(attributes.getOrDefault(node, Map.of()).get(level.targetAttribute()));
  }
}
