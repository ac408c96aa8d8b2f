package dev.drover.schedule.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.Role;
import dev.drover.model.fact.Bond;
import dev.drover.schedule.tree.Item;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each bond does, and that it stays silent otherwise. */
class BondTest {
  private final Cluster cluster = new Cluster("n1", "n2");
  private final Item db = cluster.primitive("db");
  private final Item web = cluster.primitive("web");

  @Test
  void orderedWaitsAndChangesNothing() {
    Step first = cluster.start(db, "n1", true);
    Step then = cluster.start(web, "n1", false);
    cluster.relate(db, "start", web, "start", Bond.ORDERED);
    assertEquals(Set.of(), Cluster.edges(cluster.plan()));
    assertTrue(first.required && !then.required);
  }

  @Test
  void orderedIsAnEdgeWhereBothAreDone() {
    cluster.start(db, "n1", true);
    cluster.start(web, "n2", true);
    cluster.relate(db, "start", web, "start", Bond.ORDERED);
    assertEquals(Set.of("db_start_0 n1 -> web_start_0 n2"), Cluster.edges(cluster.plan()));
  }

  @Test
  void firstRequiresThen() {
    cluster.start(db, "n1", true);
    Step then = cluster.start(web, "n1", false);
    cluster.relate(db, "start", web, "start", Bond.FIRST_REQUIRES_THEN);
    cluster.plan();
    assertTrue(then.required);
    assertEquals("required db start", then.reason);
  }

  @Test
  void firstRequiresThenIsSilentForAFirstThatIsNotRequiredOrMigrates() {
    Step first = cluster.start(db, "n1", false);
    Step then = cluster.start(web, "n1", false);
    cluster.relate(db, "start", web, "start", Bond.FIRST_REQUIRES_THEN);
    cluster.plan();
    assertFalse(then.required);
    first.required = true;
    first.migratable = true;
    cluster.plan();
    assertFalse(then.required);
    assertNull(then.reason);
  }

  @Test
  void firstMustRun() {
    Step first = cluster.start(db, "n1", true);
    Step then = cluster.start(web, "n1", true);
    then.migratable = true;
    first.runnable = false;
    cluster.relate(db, "start", web, "start", Bond.FIRST_MUST_RUN);
    assertEquals(Set.of(), Cluster.executed(cluster.plan()));
    assertEquals("unrunnable db start", then.reason);
    assertFalse(then.migratable);
  }

  @Test
  void firstMustRunIsSilentForOneThatCan() {
    cluster.start(db, "n1", false);
    Step then = cluster.start(web, "n1", true);
    cluster.relate(db, "start", web, "start", Bond.FIRST_MUST_RUN);
    assertEquals(Set.of("web_start_0 n1"), Cluster.executed(cluster.plan()));
    assertNull(then.reason);
  }

  @Test
  void aStepThatDoesNotExistCannotRun() {
    Step then = cluster.start(web, "n1", true);
    cluster.relate(db, "start", web, "start", Bond.FIRST_MUST_RUN);
    cluster.plan();
    assertEquals("unrunnable db start", then.reason);
  }

  @Test
  void aStopThatIsNotNeededHoldsNobodyUp() {
    Step then = cluster.start(web, "n1", true);
    cluster.relate(db, "stop", web, "start", Bond.FIRST_MUST_RUN);
    assertEquals(Set.of("web_start_0 n1"), Cluster.executed(cluster.plan()));
    assertNull(then.reason);
  }

  @Test
  void aStopInBetweenIsRequiredByARequiredStart() {
    cluster.active(web, "n1");
    Step stop = cluster.stop(web, "n1", false);
    Step start = cluster.start(web, "n1", false);
    cluster.start(db, "n1", true);
    cluster.relate(web, "stop", web, "start", Bond.INTERMEDIATE_STOP);
    cluster.relate(db, "start", web, "start", Bond.FIRST_REQUIRES_THEN);
    assertEquals(
        Set.of("db_start_0 n1 -> web_start_0 n1", "web_stop_0 n1 -> web_start_0 n1"),
        Cluster.edges(cluster.plan()));
    assertTrue(stop.required);
    assertEquals("required db start", start.reason);
    assertNull(stop.reason, "a restart needs no reason of its own");
  }

  @Test
  void whatCannotComeBackIsStopped() {
    cluster.active(web, "n1");
    Step stop = cluster.stop(web, "n1", false);
    cluster.start(web, "n1", false).runnable = false;
    cluster.relate(web, "stop", web, "start", Bond.INTERMEDIATE_STOP);
    assertEquals(Set.of("web_stop_0 n1"), Cluster.executed(cluster.plan()));
    assertTrue(stop.required);
  }

  @Test
  void anUnmanagedResourceIsLeftWhereItIs() {
    cluster.standing(web, Role.STARTED, List.of("n1"), false, false, false);
    Step stop = cluster.stop(web, "n1", false);
    cluster.start(web, "n1", false).runnable = false;
    cluster.relate(web, "stop", web, "start", Bond.INTERMEDIATE_STOP);
    cluster.plan();
    assertFalse(stop.required);
  }

  @Test
  void aBlockedStopBlocksWhatFollows() {
    cluster.standing(db, Role.STARTED, List.of("n1"), false, true, true);
    cluster.stop(db, "n1", false).runnable = false;
    Step then = cluster.stop(web, "n1", true);
    cluster.relate(db, "stop", web, "stop", Bond.THEN_REQUIRES_FIRST);
    cluster.plan();
    assertFalse(then.runnable);
  }

  @Test
  void promotedThenRequiresFirst() {
    Step demote = cluster.book.step(web, "demote", 0, "n1", false);
    cluster.stop(web, "n1", true);
    cluster.standing(web, Role.PROMOTED, List.of("n1"), true, false, false);
    cluster.relate(web, "demote", web, "stop", Bond.PROMOTED_THEN_REQUIRES_FIRST);
    cluster.plan();
    assertTrue(demote.required);
  }

  @Test
  void promotedThenRequiresFirstIsSilentForAnUnpromotedOne() {
    Step demote = cluster.book.step(web, "demote", 0, "n1", false);
    cluster.stop(web, "n1", true);
    cluster.standing(web, Role.UNPROMOTED, List.of("n1"), true, false, false);
    cluster.relate(web, "demote", web, "stop", Bond.PROMOTED_THEN_REQUIRES_FIRST);
    cluster.plan();
    assertFalse(demote.required);
  }

  @Test
  void asymmetricHoldsBackWhatIsNotUpYet() {
    cluster.start(db, "n1", true).runnable = false;
    Step then = cluster.start(web, "n1", false);
    cluster.relate(db, "start", web, "start", Bond.ASYMMETRIC);
    cluster.plan();
    assertFalse(then.runnable);
  }

  @Test
  void asymmetricLeavesWhatIsUpAlone() {
    cluster.active(web, "n1");
    cluster.start(db, "n1", true).runnable = false;
    Step then = cluster.start(web, "n1", false);
    cluster.relate(db, "start", web, "start", Bond.ASYMMETRIC);
    cluster.plan();
    assertTrue(then.runnable);
    assertFalse(then.required);
  }

  @Test
  void aMigrationNeedsItsOtherHalf() {
    Step to = cluster.book.step(web, "migrate_to", 0, "n1", true);
    Step from = cluster.book.step(web, "migrate_from", 0, "n2", true);
    from.migratable = true;
    from.runnable = false;
    cluster.relate(web, "migrate_to", web, "migrate_from", Bond.UNMIGRATABLE_THEN_BLOCKS_FIRST);
    cluster.plan();
    assertFalse(to.runnable);
  }

  @Test
  void elseThenMakesAPseudoActionReal() {
    Step to = cluster.book.step(web, "migrate_to", 0, "n1", true);
    Step start = cluster.start(web, "n2", true);
    start.pseudo = true;
    start.migratable = true;
    cluster.relate(web, "migrate_to", web, "start", Bond.FIRST_ELSE_THEN);
    cluster.plan();
    assertTrue(start.pseudo && start.migratable);
    to.runnable = false;
    cluster.plan();
    assertFalse(start.pseudo || start.migratable);
  }

  @Test
  void thenCancelsFirst() {
    Step reload = cluster.book.step(web, "reload-agent", 0, "n1", true);
    cluster.stop(web, "n1", true);
    cluster.relate(web, "reload-agent", web, "stop", Bond.THEN_CANCELS_FIRST);
    cluster.plan();
    assertFalse(reload.required);
  }

  @Test
  void enoughInstancesLetTheOtherRun() {
    Step one = cluster.start(db, "n1", true);
    Step two = cluster.start(web, "n2", true);
    Step enough = cluster.book.pseudo("enough");
    enough.runnableNeeded = 1;
    one.runnable = false;
    for (Item item : List.of(db, web)) {
      cluster.relations.add(
          Relation.of(item, "start", enough, Set.of(Bond.MIN_RUNNABLE, Bond.FIRST_GRAPHS_THEN)));
    }
    assertTrue(Cluster.edges(cluster.plan()).contains("web_start_0 n2 -> enough"));
    assertTrue(enough.runnable && enough.alwaysGraphed);
    two.runnable = false;
    cluster.plan();
    assertFalse(enough.runnable);
  }

  @Test
  void sameNodeIsSilentForTwoNodes() {
    cluster.start(db, "n1", true);
    cluster.start(web, "n2", true);
    cluster.relate(db, "start", web, "start", Bond.ORDERED, Bond.SAME_NODE);
    assertEquals(Set.of(), Cluster.edges(cluster.plan()));
  }

  @Test
  void aMigrationIsNoStopThatOthersWaitFor() {
    Step stop = cluster.stop(db, "n1", true);
    stop.migratable = true;
    cluster.stop(web, "n1", true);
    cluster.relate(db, "stop", web, "stop", Bond.ORDERED, Bond.UNLESS_FIRST_MIGRATES);
    assertEquals(Set.of("not db_stop_0 n1 -> web_stop_0 n1"), Cluster.edges(cluster.plan()));
    stop.migratable = false;
    assertEquals(Set.of("db_stop_0 n1 -> web_stop_0 n1"), Cluster.edges(cluster.plan()));
  }

  @Test
  void whatHoldsForStartsHoldsForMigrations() {
    cluster.migratable.add("web");
    cluster.start(db, "n1", true);
    cluster.goesTo(web, "n2");
    cluster.book.step(web, "migrate_to", 0, "n1", true);
    cluster.relate(db, "start", web, "start", Bond.FIRST_REQUIRES_THEN);
    assertEquals(Set.of("db_start_0 n1 -> web_migrate_to_0 n1"), Cluster.edges(cluster.plan()));
  }

  @Test
  void requiredOnSameNodeNeedsBoth() {
    Step stop = cluster.stop(db, "n1", true);
    cluster.start(web, "n1", true);
    cluster.relate(db, "stop", web, "start", Bond.REQUIRED_ON_SAME_NODE);
    assertEquals(Set.of("db_stop_0 n1 -> web_start_0 n1"), Cluster.edges(cluster.plan()));
    stop.required = false;
    assertEquals(Set.of(), Cluster.edges(cluster.plan()));
  }

  @Test
  void togetherMeansWithheldTogether() {
    cluster.start(db, "n1", true).runnable = false;
    Step then = cluster.start(web, "n1", true);
    cluster.together(web, db);
    cluster.plan();
    assertFalse(then.runnable);
    assertEquals("colocation with db", then.reason);
  }

  @Test
  void whatIsNeededButCannotRunIsShown() {
    cluster.start(db, "n1", true).runnable = false;
    cluster.start(web, "n1", true);
    cluster.relate(db, "start", web, "start", Bond.FIRST_MUST_RUN);
    assertEquals(Set.of("not db_start_0 n1 -> web_start_0 n1"), Cluster.edges(cluster.plan()));
  }
}
