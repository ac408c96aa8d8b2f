package dev.drover.model.fact;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sets of {@link Bond}: very many facts share few of them, as many as rules write. */
final class Bonds {
  private static final Map<Set<Bond>, Set<Bond>> SHARED = new ConcurrentHashMap<>();

  private Bonds() {}

  /** The one set that is equal to a set; it reads the same in every run, as other sets do not. */
  static Set<Bond> shared(Set<Bond> bonds) {
    Set<Bond> known = SHARED.get(bonds);
    if (known == null) {
      known = Collections.unmodifiableSet(EnumSet.copyOf(bonds));
      SHARED.put(known, known);
    }
    return known;
  }
}
