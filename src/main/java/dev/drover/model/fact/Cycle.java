package dev.drover.model.fact;

import java.util.Set;

/**
 * That a collective's own points follow one another: it is stopped after its stop, starts after it
 * has stopped, and runs after its start.
 *
 * @param resource a group or clone
 * @param stopping what follows from the order of the stop and being stopped; never empty
 * @param again what follows from the order of being stopped and the start; never empty
 * @param starting what follows from the order of the start and running; never empty
 */
public record Cycle(String resource, Set<Bond> stopping, Set<Bond> again, Set<Bond> starting) {
  public Cycle {
    stopping = Bonds.shared(stopping);
    again = Bonds.shared(again);
    starting = Bonds.shared(starting);
  }

  /** Without the bonds, which hardly tell one from another and take long to hash. */
  @Override
  public int hashCode() {
    return resource.hashCode();
  }
}
