package dev.drover.schedule.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.schedule.tree.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which node one primitive gets. */
class NodeChoiceTest {
  @Test
  void theHighestScoreWins() {
    Scene scene =
        Scene.of("n1", "n2", "n3")
            .primitive("web")
            .prefers("web", "n2", "10")
            .prefers("web", "n3", "5");
    assertEquals("web@n2", scene.placed());
  }

  @Test
  void severalPreferencesForOneNodeAddUp() {
    Scene scene = Scene.of("n1", "n2").primitive("web").prefers("web", "n1", "10");
    scene.prefers("web", "n2", "6").prefers("web", "n2", "6");
    assertEquals("web@n2", scene.placed());
  }

  @Test
  void aBanOutweighsAMust() {
    Scene scene = Scene.of("n1", "n2").primitive("web");
    scene.prefers("web", "n1", "INFINITY").prefers("web", "n1", "-INFINITY");
    assertEquals("web@n2", scene.placed());
  }

  @Test
  void amongEqualNodesTheOneWithFewerResourcesComesFirstThenTheName() {
    assertEquals(
        "a@n1 b@n2 c@n1 d@n2", Scene.of("n2", "n1").primitive("a", "b", "c", "d").placed());
  }

  @Test
  void higherPriorityIsPlacedFirst() {
    Scene scene = Scene.of("n1", "n2").primitive("low", "high").priority("high", 5);
    assertEquals("high@n1 low@n2", scene.placed());
  }

  @Test
  void theCurrentNodeWinsAmongNodesOfEqualPositiveScore() {
    Scene scene =
        Scene.of("n1", "n2").primitive("filler", "web").runs("filler", Role.STARTED, "n2");
    scene.runs("web", Role.STARTED, "n2").prefers("filler", "n2", "1");
    scene.prefers("web", "n1", "1").prefers("web", "n2", "1");
    assertEquals("filler@n2 web@n2", scene.placed());
  }

  @Test
  void atScoreZeroTheCurrentNodeOnlyBreaksATieOfLoads() {
    Scene scene = Scene.of("n1", "n2").primitive("filler", "web").prefers("filler", "n2", "1");
    scene.runs("web", Role.STARTED, "n2");
    assertEquals("filler@n2 web@n1", scene.placed());
    Scene alone = Scene.of("n1", "n2").primitive("web").runs("web", Role.STARTED, "n2");
    assertEquals("web@n2", alone.placed());
  }

  @Test
  void aNodeThatCannotRunResourcesIsNoChoice() {
    Scene scene = Scene.of("n1").node("n2", false, Map.of(), Map.of()).primitive("web");
    assertEquals("web@n1", scene.prefers("web", "n2", "INFINITY").placed());
  }

  @Test
  void withoutAnyNodeItIsNowhereAndSaysWhy() {
    Scene down = new Scene().node("n1", false, Map.of(), Map.of()).primitive("web");
    assertEquals(Place.NOWHERE, down.place().place("web"));
    assertEquals("no node is available", down.place().reasons().get("web"));
    Scene banned = Scene.of("n1").primitive("web").prefers("web", "n1", "-1");
    assertEquals("no available node may run it", banned.place().reasons().get("web"));
  }

  @Test
  void whatIsToBeStoppedIsNowhere() {
    Placements placements = Scene.of("n1").primitive("web").asked("web", Role.STOPPED).place();
    assertEquals(Place.NOWHERE, placements.place("web"));
    assertEquals("it is to be stopped", placements.reasons().get("web"));
  }

  @Test
  void whatIsHeldStaysEvenOnANodeThatCannotRunResources() {
    Scene scene = Scene.of("n1").node("n2", false, Map.of(), Map.of()).primitive("web");
    scene.runs("web", Role.STARTED, "n2").holds("web", new Hold.Stay("unmanaged"));
    assertEquals("web@n2", scene.placed());
    assertEquals("unmanaged", scene.place().reasons().get("web"));
  }

  @Test
  void whatMayNotRunIsNowhere() {
    Scene scene =
        Scene.of("n1").primitive("web").holds("web", new Hold.Nowhere("everything is to stop"));
    assertEquals("web@-", scene.placed());
    assertEquals("everything is to stop", scene.place().reasons().get("web"));
  }

  @Test
  void whereNodesMustBeNamedOnlyTheNamedOneIsConsidered() {
    Scene scene = Scene.of("n1", "n2").primitive("web", "db");
    Traits optIn =
        new Traits(0, 0, null, null, false, false, true, true, false, false, false, Map.of());
    scene.traits("web", optIn).traits("db", optIn).prefers("web", "n2", "0");
    assertEquals("web@n2 db@-", scene.placed());
    assertEquals(
        1, scene.place().scores().stream().filter(line -> line.resource().equals("web")).count());
  }

  @Test
  void stickinessOpensNoNode() {
    Scene scene = Scene.of("n1", "n2").primitive("web").runs("web", Role.STARTED, "n1");
    Preference sticky = new Preference("web", "n1", new Score(100), Preference.Reach.WHERE_WELCOME);
    scene.preferences.add(sticky);
    assertEquals("web@n1", scene.prefers("web", "n2", "50").placed());
    Traits optIn =
        new Traits(0, 0, null, null, false, false, true, true, false, false, false, Map.of());
    assertEquals("web@n2", scene.traits("web", optIn).placed());
  }

  @Test
  void namesThatAreUnknownAreRefused() {
    Scene scene = Scene.of("n1").primitive("web").prefers("web", "n9", "5");
    String message = assertThrows(IllegalArgumentException.class, scene::place).getMessage();
    assertEquals("no node has the id `n9`", message);
    Scene other = Scene.of("n1").primitive("web").with("web", "db", "5");
    message = assertThrows(IllegalArgumentException.class, other::place).getMessage();
    assertEquals("no resource is named `db`", message);
  }
}
