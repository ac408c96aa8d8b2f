package dev.drover.model.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which devices fence a node together, and when they are tried.
 *
 * @param target the node's name, or null
 * @param targetPattern a regular expression over node names, or null
 * @param targetAttribute a node attribute that must have {@code targetValue}, or null
 * @param index the lowest is tried first; 1 to 9
 */
public record FencingLevel(
    String id,
    @Nullable String target,
    @Nullable String targetPattern,
    @Nullable String targetAttribute,
    @Nullable String targetValue,
    int index,
    List<String> devices) {}
