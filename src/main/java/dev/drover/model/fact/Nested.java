package dev.drover.model.fact;

import java.util.Set;

/**
 * That a resource starts after another, and stops before it.
 *
 * @param outer what starts first and stops last
 * @param inner what starts last and stops first
 * @param up what follows from the order of the starts; never empty
 * @param down what follows from the order of the stops; never empty
 */
public record Nested(String outer, String inner, Set<Bond> up, Set<Bond> down) {
  public Nested {
    up = Bonds.shared(up);
    down = Bonds.shared(down);
  }

  /** Without the bonds, which hardly tell one from another and take long to hash. */
  @Override
  public int hashCode() {
    return 31 * inner.hashCode() + outer.hashCode();
  }
}
