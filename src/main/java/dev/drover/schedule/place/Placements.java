package dev.drover.schedule.place;

import dev.drover.plan.ScoreLine;
import dev.drover.schedule.tree.Place;
import java.util.List;
import java.util.Map;

/**
 * Where every primitive is to be.
 *
 * @param places each primitive's place, by name, in the order in which resources were given theirs;
 *     instances of a clone by number, but inside of a bundle as they were ranked for promotion
 * @param reasons for a primitive that is placed nowhere or held, why; absent where there is nothing
 *     to say
 * @param scores the scores as they stood in placement, in the order they were read; empty unless
 *     asked for
 */
public record Placements(
    Map<String, Place> places, Map<String, String> reasons, List<ScoreLine> scores) {
  /** A primitive's place; nowhere for an unknown one. */
  public Place place(String item) {
    return places.getOrDefault(item, Place.NOWHERE);
  }
}
