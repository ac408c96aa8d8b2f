package dev.drover.model.fact;

import java.util.Set;

/**
 * That actions of one resource come before actions of another, and what follows from that.
 *
 * @param first the resource whose action comes first
 * @param firstTask {@code start}, {@code stop}, {@code running}, …
 * @param next the resource whose action comes after
 * @param bonds never empty
 */
public record Sequence(
    String first, String firstTask, String next, String nextTask, Set<Bond> bonds) {
  public Sequence {
    bonds = Bonds.shared(bonds);
  }

  /** Without the bonds, which hardly tell one from another and take long to hash. */
  @Override
  public int hashCode() {
    return 31 * (31 * (31 * first.hashCode() + firstTask.hashCode()) + next.hashCode())
        + nextTask.hashCode();
  }
}
