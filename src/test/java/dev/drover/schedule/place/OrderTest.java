package dev.drover.schedule.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Orders, and that a result depends on nothing else. */
class OrderTest {
  private static final long SEED = 20240817;

  @Test
  void shuffledScoresGiveTheSamePlacementAndTheSameScores() {
    Random random = new Random(SEED);
    for (int run = 0; run < 30; run++) {
      Scene scene = randomScene(random);
      Placements first = scene.place();
      Collections.shuffle(scene.preferences, random);
      Collections.shuffle(scene.promotionScores, random);
      assertEquals(first, scene.place(), "seed " + SEED + ", run " + run);
    }
  }

  private static Scene randomScene(Random random) {
    Scene scene = Scene.of("n1", "n2", "n3", "n4").group("g", "g1", "g2", "g3");
    scene
        .clone("c", Scene.shape(3, 1, 1, false, true), "db")
        .clone("d", Scene.shape(4, 1, 0, false, false), "fs");
    List<String> ids = new ArrayList<>(List.of("g", "c", "d"));
    for (int i = 0; i < 8; i++) {
      scene.primitive("p" + i);
      ids.add("p" + i);
    }
    for (int i = 0; i < 25; i++) {
      String node = "n" + (1 + random.nextInt(4));
      String score =
          random.nextInt(5) == 0 ? "-INFINITY" : Integer.toString(random.nextInt(200) - 60);
      scene.prefers(ids.get(random.nextInt(ids.size())), node, score);
    }
    for (int i = 0; i < 10; i++) {
      String dependent = ids.get(random.nextInt(ids.size()));
      String primary = ids.get(random.nextInt(ids.size()));
      if (!dependent.equals(primary)) {
        scene.with(
            dependent,
            primary,
            List.of("INFINITY", "-INFINITY", "50", "-50").get(random.nextInt(4)));
      }
    }
    scene
        .runs("db:1", Role.UNPROMOTED, "n3")
        .runs("fs:0", Role.STARTED, "n2")
        .runs("p3", Role.STARTED, "n4");
    scene.promotable("db:1", "n3", "5").promotable("db:0", "n1", "7");
    return scene;
  }

  @Test
  void theMergeSortIsStableAndBearsAComparisonThatIsNotTransitive() {
    assertEquals(
        List.of(1, 2, 3, 5, 8),
        StableMerge.sort(List.of(5, 3, 8, 1, 2), Comparator.naturalOrder()));
    assertEquals(List.of("bb", "aa", "c"), StableMerge.sort(List.of("bb", "aa", "c"), (a, b) -> 0));
    Comparator<Integer> rockPaperScissors =
        (a, b) -> a.equals(b) ? 0 : (a - b + 3) % 3 == 1 ? -1 : 1;
    List<Integer> many = new Random(SEED).ints(500, 0, 3).boxed().toList();
    assertEquals(500, StableMerge.sort(many, rockPaperScissors).size());
  }

  @Test
  void nodeNamesInReportsAreOrderedByTheirNumbers() {
    assertTrue(ScoreLog.compareNames("node2", "node10") < 0);
    assertTrue(ScoreLog.compareNames("Node2", "node3") < 0);
    assertTrue(ScoreLog.compareNames("node02", "node1") > 0);
    assertTrue(ScoreLog.compareNames("node", "node1") < 0);
    assertEquals(0, ScoreLog.compareNames("a", "a"));
  }

  @Test
  void scoresAddUpToTheLimitsAndABanWins() {
    assertEquals(Table.NEVER, Table.add(Table.INFINITY, Table.NEVER));
    assertEquals(Table.INFINITY, Table.add(Table.INFINITY, -5));
    assertEquals(Table.INFINITY, Table.add(999_999, 999_999));
    assertEquals(Table.NEVER, Table.add(-999_999, -999_999));
    assertEquals(3, Table.add(5, -2));
  }
}
