package dev.drover.schedule;

import java.util.Map;
import java.util.Set;

/**
 * What counts where an operator wrote nothing.
 *
 * @param cluster cluster options and their defaults
 * @param booleans the names of those cluster options that are true or false
 */
public record Defaults(Map<String, String> cluster, Set<String> booleans) {}
