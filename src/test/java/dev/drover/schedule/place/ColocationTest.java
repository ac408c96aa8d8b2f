package dev.drover.schedule.place;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.model.fact.Colocation;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What resources do to each other's places. */
class ColocationTest {
  @Test
  void aMustPutsTheDependentWhereThePrimaryIs() {
    Scene scene =
        Scene.of("n1", "n2")
            .primitive("web", "db")
            .prefers("db", "n2", "1")
            .with("web", "db", "INFINITY");
    assertEquals("web@n2 db@n2", scene.placed());
  }

  @Test
  void aMustNotKeepsApart() {
    Scene scene = Scene.of("n1", "n2").primitive("a", "b").with("a", "b", "-INFINITY");
    scene.prefers("a", "n1", "100").prefers("b", "n1", "50");
    assertEquals("a@n1 b@n2", scene.placed(), "the primary makes way for the stronger wish");
    assertEquals("a@n2 b@n1", scene.prefers("b", "n1", "51").placed());
  }

  @Test
  void aFiniteWishYieldsToAStrongerOne() {
    Scene scene =
        Scene.of("n1", "n2").primitive("a", "b").prefers("b", "n1", "1").with("a", "b", "10");
    assertEquals("a@n1 b@n1", scene.placed());
    assertEquals("a@n2 b@n1", scene.prefers("a", "n2", "11").placed());
  }

  @Test
  void theDependentsWishesMoveThePrimary() {
    Scene scene =
        Scene.of("n1", "n2")
            .primitive("db", "web")
            .with("web", "db", "INFINITY")
            .prefers("web", "n2", "5");
    assertEquals("db@n2 web@n2", scene.placed());
  }

  @Test
  void wishesTravelAlongAChainAndGetWeaker() {
    Scene scene =
        Scene.of("n1", "n2")
            .primitive("a", "b", "c")
            .with("b", "a", "INFINITY")
            .with("c", "b", "500000");
    scene.prefers("c", "n2", "10");
    assertEquals("a@n2 b@n2 c@n2", scene.placed());
    assertTrue(
        scene.place().scores().stream()
            .anyMatch(
                l -> l.resource().equals("a") && l.node().equals("n2") && l.score().value() == 5));
  }

  @Test
  void anActivePrimaryIsNotMovedWithoutInfluence() {
    Scene scene = Scene.of("n1", "n2").primitive("db", "web").runs("db", Role.STARTED, "n1");
    Colocation quiet =
        new Colocation("c", "web", null, "db", null, Colocation.NODE, Score.INFINITY, false);
    scene.prefers("web", "n2", "5").colocations.add(quiet);
    assertEquals("db@n1 web@n1", scene.placed());
  }

  @Test
  void theDependentOfAResourceThatIsNowhereIsNowhere() {
    Scene scene =
        Scene.of("n1")
            .primitive("web", "db")
            .with("web", "db", "INFINITY")
            .prefers("db", "n1", "-INFINITY");
    assertEquals("web@- db@-", scene.placed());
    Scene wish =
        Scene.of("n1")
            .primitive("web", "db")
            .with("web", "db", "100")
            .prefers("db", "n1", "-INFINITY");
    assertEquals("web@n1 db@-", wish.placed());
  }

  @Test
  void aFiniteDislikeNeverLeavesAResourceWithoutANode() {
    Scene scene = Scene.of("n1").primitive("a", "b").with("b", "a", "-500");
    assertEquals("a@n1 b@n1", scene.placed());
  }

  @Test
  void theSamePlaceCanBeASharedAttribute() {
    Scene scene = new Scene();
    scene
        .node("n1", true, Map.of("rack", "A"), Map.of())
        .node("n2", true, Map.of("rack", "B"), Map.of());
    scene
        .node("n3", true, Map.of("rack", "b"), Map.of())
        .primitive("db", "web")
        .prefers("db", "n2", "1");
    scene.with("web", null, "db", null, "rack", "INFINITY").prefers("web", "n2", "-INFINITY");
    assertEquals("db@n2 web@n3", scene.placed(), "values are compared without case");
  }

  @Test
  void aLoopIsCutTheSameWayWhateverTheOrderOfScores() {
    Scene scene = Scene.of("n1", "n2", "n3").primitive("a", "b", "c");
    scene.with("a", "b", "INFINITY").with("b", "c", "INFINITY").with("c", "a", "INFINITY");
    scene.prefers("a", "n1", "1").prefers("b", "n2", "2").prefers("c", "n3", "7");
    String first = scene.placed();
    assertEquals("a@n3 b@n3 c@n3", first);
    Collections.reverse(scene.preferences);
    assertEquals(first, scene.placed());
  }

  @Test
  void aVeryLongChainIsPlacedWhicheverEndComesFirst() {
    for (int direction : new int[] {1, -1}) {
      Scene scene = Scene.of("n1", "n2").prefers("r0", "n2", "1");
      for (int i = 0; i < 2_000; i++) {
        int number = direction > 0 ? i : 1_999 - i;
        scene.primitive("r" + number);
        if (number > 0) {
          scene.with("r" + number, "r" + (number - 1), "INFINITY");
        }
      }
      assertEquals(
          Set.of("n2"),
          scene.place().places().values().stream()
              .map(place -> String.valueOf(place.node()))
              .collect(toSet()));
    }
  }

  @Test
  void aTangleThatIsTooDeepIsRefused() {
    Scene scene = Scene.of("n1");
    for (int i = 900; i > 0; i--) {
      scene
          .primitive("r" + i, "a" + i)
          .with("r" + i, "a" + i, "INFINITY")
          .with("r" + i, "r" + (i - 1), "INFINITY");
    }
    String message =
        assertThrows(IllegalArgumentException.class, scene.primitive("r0")::place).getMessage();
    assertTrue(
        message.startsWith("more than 500 resources follow each other in a tangle"), message);
  }

  @Test
  void aGroupIsOnOneNodeAndStopsAtTheMemberThatCannotRun() {
    Scene scene = Scene.of("n1", "n2").group("g", "ip", "fs", "web").prefers("g", "n2", "10");
    assertEquals("ip@n2 fs@n2 web@n2", scene.placed());
    scene.prefers("fs", "n1", "-INFINITY").prefers("fs", "n2", "-INFINITY");
    scene.traits(
        "fs",
        new Traits(0, 0, null, null, false, true, true, false, false, false, false, Map.of()));
    assertEquals("ip@n2 fs@- web@-", scene.placed());
  }

  @Test
  void aGroupsPreferenceCountsOnce() {
    Scene scene =
        Scene.of("n1", "n2")
            .group("g", "ip", "fs")
            .prefers("g", "n1", "10")
            .prefers("fs", "n2", "11");
    assertEquals("ip@n2 fs@n2", scene.placed());
  }

  @Test
  void allOfAGroupMustBeUpForItsDependents() {
    Scene scene =
        Scene.of("n1").group("g", "ip", "fs").primitive("web").with("web", "g", "INFINITY");
    assertEquals("ip@n1 fs@n1 web@n1", scene.placed());
    scene.asked("fs", Role.STOPPED);
    assertEquals("ip@n1 fs@- web@-", scene.placed());
  }

  @Test
  void aLooseGroupsMembersGoTheirOwnWays() {
    Scene scene = Scene.of("n1", "n2").group("g", "a", "b");
    scene.traits(
        "g", new Traits(0, 0, null, null, false, true, false, true, false, false, false, Map.of()));
    assertEquals("a@n1 b@n2", scene.placed());
  }
}
