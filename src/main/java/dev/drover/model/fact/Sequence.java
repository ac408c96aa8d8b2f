package dev.drover.model.fact;

import java.util.Collections;
import java.util.EnumSet;
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
    // so that it reads the same in every run, as other sets do not
    bonds = Collections.unmodifiableSet(EnumSet.copyOf(bonds));
  }
}
