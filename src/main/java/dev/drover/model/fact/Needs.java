package dev.drover.model.fact;

/**
 * What must be so before a resource may start.
 *
 * @param what {@code nothing}, {@code quorum}, {@code fencing} or {@code unfencing}
 */
public record Needs(String resource, String what) {}
