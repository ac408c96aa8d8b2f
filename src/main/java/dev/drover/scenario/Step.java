package dev.drover.scenario;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Things that happen together, and what must have come of them once the cluster has nothing more to
 * do.
 *
 * @param title the writer's own words for it; null where there are none
 * @param events in order, all of them before the cluster decides anything; may be empty
 * @param expectations checked when the cluster has come to rest
 */
public record Step(@Nullable String title, List<Event> events, List<Expectation> expectations) {
  /** The title, or else what happens. */
  public String sentence() {
    return title != null
        ? title
        : events.isEmpty()
            ? "the cluster looks at itself"
            : events.stream().map(Event::sentence).collect(Collectors.joining(", "));
  }
}
