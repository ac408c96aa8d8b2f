package dev.drover.schedule.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.fact.Bond;
import dev.drover.plan.Plan;
import dev.drover.schedule.tree.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Properties of whole plans. */
class OrderingTest {
  private static final int RESOURCES = 12;

  /** Resources that restart, start or stay, related at random but never in a circle. */
  private static Plan randomPlan(long seed, long shuffleSeed) {
    Random random = new Random(seed);
    List<Integer> order = new ArrayList<>();
    List<Integer> kinds = new ArrayList<>();
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < RESOURCES; i++) {
      order.add(i);
      kinds.add(random.nextInt(4));
      if (i > 0) {
        pairs.add(new int[] {random.nextInt(i), i});
      }
    }
    Collections.shuffle(order, new Random(shuffleSeed));
    Collections.shuffle(pairs, new Random(shuffleSeed));
    Cluster cluster = new Cluster("n1", "n2");
    Item[] items = new Item[RESOURCES];
    for (int i : order) {
      items[i] = cluster.primitive("r" + i);
      int kind = kinds.get(i);
      if (kind > 0) {
        cluster.active(items[i], "n1");
        cluster.stop(items[i], "n1", kind == 2);
      }
      cluster.start(items[i], "n1", kind == 0 || kind == 2).runnable = kind != 3;
      cluster.relate(items[i], "stop", items[i], "start", Bond.INTERMEDIATE_STOP);
    }
    for (int[] pair : pairs) {
      Item first = items[pair[0]];
      Item then = items[pair[1]];
      cluster.relate(
          first,
          "start",
          then,
          "start",
          Bond.ORDERED,
          Bond.FIRST_REQUIRES_THEN,
          Bond.FIRST_MUST_RUN);
      cluster.relate(then, "stop", first, "stop", Bond.ORDERED, Bond.THEN_REQUIRES_FIRST);
    }
    return cluster.plan();
  }

  @RepeatedTest(60)
  void theOrderInWhichThingsWereSaidDoesNotMatter(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Plan plan = randomPlan(seed, 1);
    for (int shuffle = 2; shuffle < 6; shuffle++) {
      Plan other = randomPlan(seed, shuffle);
      assertEquals(Cluster.executed(plan), Cluster.executed(other));
      assertEquals(Cluster.edges(plan), Cluster.edges(other));
    }
  }

  @RepeatedTest(60)
  void nothingWaitsForItselfOrForWhatIsNotDone(RepetitionInfo repetition) {
    Plan plan = randomPlan(1_000 + repetition.getCurrentRepetition(), 1);
    Set<Integer> done = new HashSet<>();
    int before;
    do {
      before = done.size();
      plan.executed().stream()
          .filter(
              action ->
                  plan.edges().stream()
                      .filter(edge -> edge.inGraph() && edge.after() == action.id())
                      .allMatch(edge -> done.contains(edge.before())))
          .forEach(action -> done.add(action.id()));
    } while (done.size() > before);
    assertEquals(plan.executed().size(), done.size());
  }

  @Test
  void aSecondRunChangesNothing() {
    Cluster cluster = new Cluster("n1");
    Item db = cluster.primitive("db");
    Item web = cluster.primitive("web");
    cluster.start(db, "n1", true);
    cluster.start(web, "n1", false);
    cluster.relate(db, "start", web, "start", Bond.FIRST_REQUIRES_THEN);
    assertEquals(cluster.plan(), cluster.plan());
  }

  @Test
  void aLongChainFallsFromItsFirstLink() {
    int length = 10_000;
    Cluster cluster = new Cluster("n1");
    Item previous = null;
    List<Step> starts = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Item item = cluster.primitive("r" + i);
      cluster.active(item, "n1");
      cluster.stop(item, "n1", false);
      starts.add(cluster.start(item, "n1", false));
      cluster.relate(item, "stop", item, "start", Bond.INTERMEDIATE_STOP);
      if (previous != null) {
        cluster.relate(
            previous, "start", item, "start", Bond.FIRST_REQUIRES_THEN, Bond.FIRST_MUST_RUN);
        cluster.relate(item, "stop", previous, "stop", Bond.THEN_REQUIRES_FIRST);
        cluster.together(item, previous);
      }
      previous = item;
    }
    starts.get(0).runnable = false;
    Plan plan = assertTimeout(Duration.ofSeconds(20), cluster::plan);
    assertTrue(starts.stream().noneMatch(start -> start.runnable));
    assertEquals(length, plan.executed().size(), "everything that cannot come back is stopped");
  }

  @Test
  void manyResourcesAroundOnePointAreOrderedQuickly() {
    int count = 10_000;
    Cluster cluster = new Cluster("n1", "n2");
    Step all = cluster.book.pseudo("all");
    for (int i = 0; i < count; i++) {
      Item item = cluster.primitive("r" + i);
      cluster.active(item, "n1");
      cluster.stop(item, "n1", false);
      cluster.start(item, "n2", true);
      cluster.book.step(item, "monitor", 10_000, "n2", true);
      cluster.book.step(item, "monitor", 0, "n1", true);
      cluster.relate(item, "stop", item, "start", Bond.INTERMEDIATE_STOP);
      cluster.relate(
          item, "start", item, item.id() + "_monitor_10000", Bond.ORDERED, Bond.FIRST_MUST_RUN);
      cluster.relate(item, "monitor", item, "start", Bond.ORDERED, Bond.FIRST_MUST_RUN);
      cluster.relations.add(
          Relation.of(item, "stop", all, Set.of(Bond.ORDERED, Bond.FIRST_REQUIRES_THEN)));
      cluster.relations.add(
          Relation.of(all, item, "start", Set.of(Bond.ORDERED, Bond.FIRST_MUST_RUN)));
    }
    Plan plan = assertTimeout(Duration.ofSeconds(20), cluster::plan);
    assertEquals(4 * count + 1, plan.executed().size());
  }
}
