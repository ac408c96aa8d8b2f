package dev.drover.schedule.place;

import dev.drover.schedule.tree.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Picks a node and a role for every primitive. Holds no state between calls. */
public final class Placer {
  /**
   * Places everything.
   *
   * @throws IllegalArgumentException where the input names a resource or node that it does not have
   */
  public Placements place(PlacementInput input) {
    Map<String, Place> places = new LinkedHashMap<>();
    input.roots().stream().flatMap(root -> root.primitives()).forEach(p -> places.put(p.id(), Place.NOWHERE));
    return new Placements(places, Map.of(), List.of(), List.of());
  }
}
