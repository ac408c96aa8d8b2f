package dev.drover.model.fact;

/**
 * How often a primitive failed on a node, as the fail-count attributes say.
 *
 * @param resource the base name, or for a unique instance its id
 * @param baseName the base name
 * @param count the sum over its operations; 1 000 000 stands for "for ever"
 * @param last when it failed last, in seconds since 1970; 0 where not known
 */
public record Failures(String resource, String baseName, String node, int count, long last) {}
