package dev.drover.schedule.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Placement by what nodes offer and resources need. */
class CapacityTest {
  private static Scene twoNodes(Strategy strategy) {
    Scene scene = new Scene();
    scene
        .node("n1", true, Map.of(), Map.of("memory", 100))
        .node("n2", true, Map.of(), Map.of("memory", 200));
    scene.strategy = strategy;
    return scene;
  }

  @Test
  void aNodeWithoutRoomIsNoChoice() {
    Scene scene =
        twoNodes(new Strategy(true, false, true)).primitive("a", "b").prefers("a", "n1", "10");
    scene.needs("a", Map.of("memory", 150)).needs("b", Map.of("memory", 60));
    assertEquals("a@n2 b@n1", scene.placed());
  }

  @Test
  void capacityIsNothingWhereItDoesNotCount() {
    Scene scene =
        twoNodes(Strategy.COUNT)
            .primitive("a")
            .prefers("a", "n1", "10")
            .needs("a", Map.of("memory", 150));
    assertEquals("a@n1", scene.placed());
  }

  @Test
  void theFewestNodesAreUsedWhereNothingElseDecides() {
    Scene scene = twoNodes(new Strategy(true, false, false)).primitive("a", "b", "c");
    for (String id : new String[] {"a", "b", "c"}) {
      scene.needs(id, Map.of("memory", 50));
    }
    assertEquals("a@n1 b@n1 c@n2", scene.placed());
  }

  @Test
  void theNodeWithMostRoomComesFirstWhereThatDecides() {
    Scene scene = twoNodes(new Strategy(true, true, true)).primitive("a", "b");
    scene.needs("a", Map.of("memory", 120)).needs("b", Map.of("memory", 10));
    assertEquals("a@n2 b@n1", scene.placed());
  }

  @Test
  void thereMustBeRoomForTheWholeGroup() {
    Scene scene =
        twoNodes(new Strategy(true, false, true)).group("g", "a", "b").prefers("g", "n1", "10");
    scene.needs("a", Map.of("memory", 80)).needs("b", Map.of("memory", 80));
    assertEquals("a@n2 b@n2", scene.placed());
  }

  @Test
  void whatDoesNotFitAnywhereIsNowhere() {
    Scene scene =
        twoNodes(new Strategy(true, false, true)).primitive("a").needs("a", Map.of("memory", 500));
    assertEquals("a@-", scene.placed());
  }

  @Test
  void aResourceOnItsPreferredNodeIsPlacedBeforeOneThatIsNowhereYet() {
    Scene scene = twoNodes(new Strategy(true, false, true)).primitive("fresh", "settled");
    scene.needs("fresh", Map.of("memory", 200)).needs("settled", Map.of("memory", 150));
    scene.runs("settled", Role.STARTED, "n2").prefers("settled", "n2", "1");
    assertEquals("settled@n2 fresh@-", scene.placed());
  }

  /** One that would be drawn to the node of what follows it, if there is room for both. */
  private static Scene drawn(int needed) {
    Scene scene = twoNodes(new Strategy(true, false, true)).primitive("db", "web", "cache");
    scene.needs("db", Map.of("memory", 90)).needs("web", Map.of("memory", needed));
    scene.prefers("db", "n1", "20").prefers("web", "n2", "110");
    return scene.with("web", "db", "900000").with("cache", "web", "INFINITY");
  }

  @Test
  void whereThereIsRoomForBothOneIsDrawnToTheOther() {
    assertEquals("db@n2 web@n2 cache@n2", drawn(60).placed());
  }

  @Test
  void nobodyIsDrawnToWhereThereIsNoRoomForBoth() {
    assertEquals("db@n1 web@n2 cache@n2", drawn(120).placed());
  }

  @Test
  void whatMustComeAlongNeedsRoomAsWell() {
    assertEquals("db@n1 web@n2 cache@n2", drawn(60).needs("cache", Map.of("memory", 60)).placed());
  }

  @Test
  void oneIsDrawnToTheOtherWhereCapacityDoesNotCount() {
    Scene scene = drawn(120);
    scene.strategy = Strategy.COUNT;
    assertEquals("db@n2 web@n2 cache@n2", scene.placed());
  }
}
