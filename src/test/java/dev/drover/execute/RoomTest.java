package dev.drover.execute;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.execute.Room.Work;
import dev.drover.model.fact.Bound;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Conduct;
import dev.drover.plan.DecisionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How much may be under way at once. */
class RoomTest {
  private static final List<Work> UNDER_WAY =
      List.of(new Work("start", "quay"), new Work("migrate_to", "dock"));

  private static Room room(Map<Bound, Integer> most) {
    return new Room(new Conduct(most, Duration.ZERO, Duration.ZERO, Duration.ZERO, Set.of()));
  }

  private static Action action(ActionKind kind, String task, String node) {
    return new DecisionBuilder()
        .action(kind, "web", task, 0, node, true, true, null)
        .build()
        .plan()
        .actions()
        .get(0);
  }

  private static Action start(String node) {
    return action(ActionKind.RESOURCE, "start", node);
  }

  @Test
  void whereNoRuleSaysAnythingThereIsRoom() {
    assertTrue(room(Map.of()).isFor(start("quay"), UNDER_WAY));
  }

  @Test
  void theWholeClusterHasItsBound() {
    assertFalse(room(Map.of(Bound.ACTIONS, 2)).isFor(start("quay"), UNDER_WAY));
    assertTrue(room(Map.of(Bound.ACTIONS, 3)).isFor(start("quay"), UNDER_WAY));
  }

  @Test
  void eachNodeHasItsBound() {
    Room room = room(Map.of(Bound.ACTIONS_ON_NODE, 1));
    assertFalse(room.isFor(start("quay"), UNDER_WAY));
    assertTrue(room.isFor(start("pier"), UNDER_WAY));
  }

  @Test
  void migrationsAreBoundedForEachNodeAndNothingElseIs() {
    Room room = room(Map.of(Bound.MIGRATIONS_ON_NODE, 1));
    assertFalse(room.isFor(action(ActionKind.RESOURCE, "migrate_from", "dock"), UNDER_WAY));
    assertTrue(room.isFor(action(ActionKind.RESOURCE, "migrate_to", "quay"), UNDER_WAY));
    assertTrue(room.isFor(start("dock"), UNDER_WAY));
  }

  @Test
  void fencingWaitsForNoRoom() {
    assertTrue(
        room(Map.of(Bound.ACTIONS, 1))
            .isFor(action(ActionKind.FENCE, "stonith", "quay"), UNDER_WAY));
  }
}
