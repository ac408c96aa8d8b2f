package dev.drover.schedule.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.model.Kind;
import dev.drover.model.Role;
import dev.drover.model.Score;
import dev.drover.plan.ScoreLine;
import dev.drover.schedule.tree.Item;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a clone's instances go and which of them are promoted. */
class CloneTest {
  @Test
  void instancesSpreadOneToANode() {
    Scene scene = Scene.of("n1", "n2").clone("c", Scene.shape(3, 1, 0, false, false), "web");
    assertEquals("web:0@n1 web:1@n2 web:2@-", scene.placed());
  }

  @Test
  void activeInstancesStayWhereTheyAre() {
    Scene scene = Scene.of("n1", "n2", "n3").clone("c", Scene.shape(2, 1, 0, false, false), "web");
    scene.runs("web:0", Role.STARTED, "n3").runs("web:1", Role.STARTED, "n1");
    assertEquals("web:0@n3 web:1@n1", scene.placed());
  }

  @Test
  void aBetterNodeTakesOneOfTheInstancesAndOnlyOneMoves() {
    Scene scene = Scene.of("n1", "n2", "n3").clone("c", Scene.shape(2, 1, 0, false, false), "web");
    scene
        .runs("web:0", Role.STARTED, "n1")
        .runs("web:1", Role.STARTED, "n2")
        .prefers("c", "n3", "10");
    assertEquals("web:0@n1 web:1@n3", scene.placed());
  }

  @Test
  void uniqueInstancesShareANodeUpToTheLimit() {
    Scene scene = Scene.of("n1", "n2").clone("c", Scene.shape(5, 2, 0, true, false), "web");
    assertEquals("web:0@n1 web:1@n2 web:2@n1 web:3@n2 web:4@-", scene.placed());
    assertEquals("no available node may run it", scene.place().reasons().get("web:4"));
  }

  @Test
  void noMoreInstancesThanAllowed() {
    Scene scene = Scene.of("n1", "n2").clone("c", Scene.shape(1, 1, 0, false, false), "web");
    Scene.item("web:1", "web", Kind.PRIMITIVE, scene.roots.get(0), null);
    assertEquals("web:0@n1 web:1@-", scene.placed());
    assertEquals(
        "as many instances of c as there may be are placed", scene.place().reasons().get("web:1"));
  }

  @Test
  void anInstanceThatIsNoLongerConfiguredGetsNoNodeAndNoScoreLine() {
    Scene scene = Scene.of("n1", "n2").clone("c", Scene.shape(2, 1, 0, false, false), "web");
    new Item(
        Scene.number(),
        "web:2",
        "web",
        Kind.PRIMITIVE,
        null,
        scene.roots.get(0),
        null,
        true,
        Map.of());
    scene.runs("web:2", Role.STARTED, "n2");
    assertEquals("web:0@n1 web:1@n2 web:2@-", scene.placed());
    assertEquals("it is no longer configured", scene.place().reasons().get("web:2"));
    assertEquals(
        0, scene.place().scores().stream().filter(line -> line.resource().equals("web:2")).count());
  }

  @Test
  void aDependentRunsWhereAnInstanceIs() {
    Scene scene =
        Scene.of("n1", "n2", "n3")
            .clone("c", Scene.shape(2, 1, 0, false, false), "fs")
            .primitive("web");
    scene.prefers("c", "n1", "-INFINITY").prefers("web", "n1", "100").with("web", "c", "INFINITY");
    assertEquals("fs:0@n2 fs:1@n3 web@n2", scene.placed());
  }

  @Test
  void interleavedClonesPairUpNodeByNode() {
    Scene scene =
        Scene.of("n1", "n2", "n3").clone("base", Scene.shape(2, 1, 0, false, false), "fs");
    scene.clone("top", Scene.shape(3, 1, 0, false, true), "web").with("top", "base", "INFINITY");
    scene.prefers("base", "n2", "-INFINITY");
    assertEquals("fs:0@n1 fs:1@n3 web:0@n1 web:1@n3 web:2@-", scene.placed());
  }

  @Test
  void aFailedInstanceDoesNotKeepItsNodeFromTheOthers() {
    Scene scene = Scene.of("n1", "n2").clone("c", Scene.shape(2, 1, 0, false, false), "web");
    scene.runs("web:0", Role.STARTED, "n1").runs("web:1", Role.STARTED, "n2");
    scene.preferences.add(new Preference("c", "n1", Score.MINUS_INFINITY, Preference.Reach.ALL));
    assertEquals("web:0@- web:1@n2", scene.placed());
  }

  @Test
  void clonedGroupsPutAllMembersOfAnInstanceOnOneNode() {
    Scene scene = Scene.of("n1", "n2");
    Item clone = Scene.item("c", "c", Kind.CLONE, null, Scene.shape(2, 1, 0, false, false));
    Scene.group("g", ":0", clone, "a", "b");
    Scene.group("g", ":1", clone, "a", "b");
    scene.roots.add(clone);
    assertEquals("a:0@n1 b:0@n1 a:1@n2 b:1@n2", scene.placed());
  }

  @Test
  void theHighestPromotionScoreIsPromoted() {
    Scene scene = Scene.of("n1", "n2").clone("c", Scene.shape(2, 1, 1, false, false), "db");
    scene.runs("db:0", Role.UNPROMOTED, "n1").runs("db:1", Role.UNPROMOTED, "n2");
    scene.promotable("db:0", "n1", "5").promotable("db:1", "n2", "10");
    assertEquals("db:0@n1/Unpromoted db:1@n2/Promoted", scene.placed());
  }

  @Test
  void onEqualScoresThePromotedOneStaysPromoted() {
    Scene scene = Scene.of("n1", "n2").clone("c", Scene.shape(2, 1, 1, false, false), "db");
    scene.runs("db:0", Role.UNPROMOTED, "n1").runs("db:1", Role.PROMOTED, "n2");
    scene.promotable("db:0", "n1", "10").promotable("db:1", "n2", "10");
    assertEquals("db:0@n1/Unpromoted db:1@n2/Promoted", scene.placed());
  }

  @Test
  void withoutAnyScoreNothingIsPromotedUnlessAConstraintSaysSo() {
    Scene scene = Scene.of("n1", "n2").clone("c", Scene.shape(2, 1, 1, false, false), "db");
    assertEquals("db:0@n1/Unpromoted db:1@n2/Unpromoted", scene.placed());
    scene.promotedPreferences.add(
        new Preference("c", "n2", new Score(50), Preference.Reach.LOCATION));
    assertEquals("db:0@n1/Unpromoted db:1@n2/Promoted", scene.placed());
    scene.traits(
        "c", new Traits(0, 0, null, null, false, true, true, true, false, false, true, Map.of()));
    assertEquals(
        "db:0@n1/Unpromoted db:1@n2/Unpromoted", scene.placed(), "no instance may be promoted");
  }

  @Test
  void whatMayNotRiseIsNotPromoted() {
    Scene scene =
        Scene.of("n1")
            .clone("c", Scene.shape(1, 1, 1, false, false), "db")
            .promotable("db:0", "n1", "5");
    scene.runs("db:0", Role.UNPROMOTED, "n1");
    assertEquals("db:0@n1/Promoted", scene.placed());
    scene.traits(
        "db:0",
        new Traits(0, 0, null, null, true, true, true, true, false, false, false, Map.of()));
    assertEquals("db:0@n1/Unpromoted", scene.placed());
  }

  @Test
  void aDependentOfThePromotedRoleFollowsItAndItsWishesCount() {
    Scene scene =
        Scene.of("n1", "n2").clone("c", Scene.shape(2, 1, 1, false, false), "db").primitive("ip");
    scene.promotable("db:0", "n1", "10").promotable("db:1", "n2", "5");
    scene.runs("db:0", Role.UNPROMOTED, "n1").runs("db:1", Role.UNPROMOTED, "n2");
    scene.with("ip", null, "c", Role.PROMOTED, "#uname", "INFINITY");
    assertEquals("db:0@n1/Promoted db:1@n2/Unpromoted ip@n1", scene.placed());
    scene.prefers("ip", "n2", "100");
    assertEquals("db:0@n1/Unpromoted db:1@n2/Promoted ip@n2", scene.placed());
  }

  @Test
  void promotionScoresAreShownAsTheyDecided() {
    Scene scene =
        Scene.of("n1")
            .clone("c", Scene.shape(2, 1, 1, false, false), "db")
            .promotable("db:0", "n1", "10");
    assertEquals(
        "[db:0 n1 10, db:1  -INFINITY]",
        scene.place().scores().stream()
            .filter(line -> line.step().equals(ScoreLine.PROMOTION))
            .map(line -> line.resource() + " " + line.node() + " " + line.score())
            .toList()
            .toString());
  }
}
