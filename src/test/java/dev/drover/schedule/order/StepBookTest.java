package dev.drover.schedule.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Role;
import dev.drover.schedule.tree.Item;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepBookTest {
  private final Cluster cluster = new Cluster("n1", "n2");
  private final Item web = cluster.primitive("web");

  @Test
  void theSameKeyOnTheSameNodeIsTheSameStep() {
    Step step = cluster.stop(web, "n1", false);
    assertSame(step, cluster.stop(web, "n1", true));
    assertTrue(step.required, "asking again can require it");
    assertSame(step, cluster.stop(web, "n1", false));
    assertTrue(step.required, "but never takes that back");
    assertNotSame(step, cluster.stop(web, "n2", false));
    assertEquals(List.of(1, 2), cluster.book.steps().stream().map(s -> s.id).toList());
  }

  @Test
  void whatWasMadeResourceByResourceIsArrangedAsIfMadeNodeByNode() {
    Item db = cluster.primitive("db");
    Step before = cluster.stop(db, "n2", false);
    Step webOn1 = cluster.stop(web, "n1", false);
    Step webOn2 = cluster.stop(web, "n2", false);
    Step dbOn1 = cluster.stop(db, "n1", false);

    cluster.book.arrangeByNode(1, List.of("n1", "n2"));

    assertEquals(List.of(before, webOn1, dbOn1, webOn2), cluster.book.steps());
    assertEquals(List.of(1, 2, 3, 4), cluster.book.steps().stream().map(s -> s.id).toList());
  }

  @Test
  void aStepWithoutANodeIsTakenByTheFirstNodeThatAsks() {
    Step step = cluster.book.step(web, "start", 0, null, true);
    assertFalse(step.runnable);
    assertSame(step, cluster.start(web, "n2", true));
    assertTrue(step.runnable);
    assertEquals("n2", step.node);
  }

  @Test
  void nothingRunsOnANodeThatIsOffline() {
    cluster.node("n3", false, false);
    assertFalse(cluster.start(web, "n3", true).runnable);
  }

  @Test
  void anUnmanagedResourceIsOnlyMonitored() {
    cluster.standing(web, Role.STARTED, List.of("n1"), false, false, false);
    assertFalse(cluster.stop(web, "n1", true).required);
    assertTrue(cluster.book.step(web, "monitor", 10_000, "n1", true).required);
  }

  @Test
  void aStartMayBeWithheldWhereAStopIsNot() {
    cluster.withheld.put("web", "no quorum");
    Step start = cluster.start(web, "n1", true);
    assertFalse(start.runnable);
    assertEquals("no quorum", start.reason);
    Step stop = cluster.stop(web, "n1", true);
    assertTrue(stop.runnable);
    assertNull(stop.reason);
    cluster.undemanding.add("web");
    assertTrue(cluster.start(web, "n1", true).runnable);
  }

  @Test
  void fencingIsOneStepPerNodeAndVerb() {
    Step fence = cluster.book.fence("n1", "reboot", false, null);
    assertEquals("stonith-n1-reboot", fence.key);
    assertFalse(fence.required);
    assertSame(fence, cluster.book.fence("n1", "reboot", true, "peer is lost"));
    assertTrue(fence.required);
    cluster.book.fence("n1", "reboot", true, "something else");
    assertEquals("peer is lost", fence.reason, "the first reason stays");
    assertNotSame(fence, cluster.book.fence("n1", "on", true, null));
  }

  @Test
  void relatedStepsAreNotRelatedAgain() {
    Step stop = cluster.stop(web, "n1", true);
    for (int i = 0; i < 40; i++) {
      Item other = cluster.primitive("r" + i);
      Step start = cluster.start(other, "n1", true);
      assertTrue(stop.precedes(start, Bonds.ORDERED | Bonds.FIRST_MUST_RUN));
      assertFalse(stop.precedes(start, Bonds.ORDERED));
      assertTrue(stop.precedes(start, Bonds.FIRST_REQUIRES_THEN), "another bond is another link");
    }
    assertEquals(80, stop.after().size());
  }
}
