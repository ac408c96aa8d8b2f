package dev.drover.model.fact;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
  /** Very many facts share few sets: as many as rules write. */
  private static final Map<Set<Bond>, Set<Bond>> SHARED = new ConcurrentHashMap<>();

  public Sequence {
    bonds = shared(bonds);
  }

  private static Set<Bond> shared(Set<Bond> bonds) {
    Set<Bond> known = SHARED.get(bonds);
    if (known == null) {
      // an enum's set, so that it reads the same in every run, as other sets do not
      known = Collections.unmodifiableSet(EnumSet.copyOf(bonds));
      SHARED.put(known, known);
    }
    return known;
  }
}
