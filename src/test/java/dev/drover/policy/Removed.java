package dev.drover.policy;

import dev.drover.model.Role;
import dev.drover.plan.NodeView;
import dev.drover.plan.ResourceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is no longer configured is active nowhere, as far as the cluster has a free hand with it.
 */
final class Removed {
  private Removed() {}

  /** Each removed resource that is still active, as a sentence. */
  static List<String> brokenIn(AtRest rest) {
    Set<String> maintained =
        rest.nodes().stream()
            .filter(NodeView::maintenance)
            .map(NodeView::name)
            .collect(Collectors.toSet());
    List<String> broken = new ArrayList<>();
    rest.view().assessment().resources().stream()
        .flatMap(ResourceView::primitives)
        .filter(view -> view.orphan() && view.managed() && !view.maintenance() && !view.blocked())
        .forEach(
            view ->
                view.roles().entrySet().stream()
                    .filter(place -> place.getValue().compareTo(Role.STOPPED) > 0)
                    .filter(place -> !maintained.contains(place.getKey()))
                    .forEach(
                        place ->
                            broken.add(
                                "removed: " + view.shownAs() + " is active on " + place.getKey())));
    return broken;
  }
}
