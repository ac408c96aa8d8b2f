package dev.drover.schedule.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.fact.Bond;
import dev.drover.schedule.tree.Item;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for the answer whether a resource is active. */
class ProbesTest {
  private Cluster cluster;
  private Item web;
  private Item db;
  private Step probe;

  @BeforeEach
  void aResourceThatIsLookedFor() {
    cluster = new Cluster("n1", "n2");
    web = cluster.primitive("web");
    db = cluster.primitive("db");
    cluster.active(db, "n2");
    probe = cluster.book.step(web, "monitor", 0, "n1", true);
  }

  private boolean waits(Step step) {
    cluster.plan();
    return step.before().stream().anyMatch(link -> link.first == probe);
  }

  @Test
  void whatFollowsAStopWaitsForTheProbe() {
    Step stop = cluster.stop(db, "n2", true);
    cluster.relate(web, "stop", db, "stop", Bond.ORDERED);
    assertTrue(waits(stop));
  }

  @Test
  void whatIsNotDoneWaitsForNothing() {
    Step stop = cluster.stop(db, "n2", false);
    cluster.relate(web, "stop", db, "stop", Bond.ORDERED);
    assertFalse(waits(stop));
  }

  /** That it is done is known only when all relations have been followed. */
  @Test
  void whatTurnsOutToBeDoneWaitsForTheProbe() {
    Step stop = cluster.stop(db, "n2", false);
    cluster.relate(web, "stop", db, "stop", Bond.ORDERED);
    Item disk = cluster.primitive("disk");
    cluster.active(disk, "n2");
    cluster.stop(disk, "n2", true);
    cluster.relate(disk, "stop", db, "stop", Bond.ORDERED, Bond.FIRST_REQUIRES_THEN);
    assertTrue(waits(stop));
  }

  @Test
  void aRelationThatIsNotForProbesLeavesThemOut() {
    Step stop = cluster.stop(db, "n2", true);
    cluster.relate(web, "stop", db, "stop", Bond.ORDERED, Bond.NOT_FOR_PROBES);
    assertFalse(waits(stop));
  }

  /** Where more follows than that a step waits, the link is there before anything is concluded. */
  @Test
  void onOneNodeOnlyTheProbeOfThatNodeIsWaitedFor() {
    Step stop = cluster.stop(db, "n2", true);
    Step near = cluster.book.step(web, "monitor", 0, "n2", true);
    cluster.relate(web, "stop", db, "stop", Bond.ORDERED, Bond.SAME_NODE);
    assertTrue(waits(stop));
    int bonds =
        stop.before().stream().filter(link -> link.first == probe).findFirst().orElseThrow().bonds;
    assertEquals(Bonds.NONE, bonds);
    assertTrue(
        stop.before().stream().anyMatch(link -> link.first == near && link.bonds != Bonds.NONE));
  }
}
