package dev.drover.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.execute.ActionResult;
import dev.drover.model.status.NodeState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the coordinator makes of events, with the rules that Drover comes with. */
class CoordinatorTest {
  private static Bench running() throws Exception {
    Bench bench = new Bench("scenarios/validator-pair/cluster.yaml");
    bench.up("pcmk1", "pcmk2");
    bench.settle();
    bench.news.clear();
    return bench;
  }

  private static Bench startingCtz() throws Exception {
    Bench bench = new Bench("scenarios/validator-pair/cluster.yaml");
    bench.up("pcmk1", "pcmk2");
    return bench.settleBut("start ctzservice pcmk2");
  }

  /** Another leader, to whom pcmk1 has reported that nothing is under way there. */
  private static Bench successorOf(Bench old) {
    Bench successor = new Bench(old.kept, new Token(1, 2, 0));
    successor.coordinator.reported(
        new NodeReport("pcmk1", "pcmk1-1", List.of(), List.of()), Bench.NOW);
    return successor;
  }

  private static int at(Bench bench, String line) {
    int found = bench.news.indexOf(line);
    assertTrue(found >= 0, () -> line + " is not among " + bench.news);
    return found;
  }

  @Test
  void aPairThatComesUpIsStarted() throws Exception {
    Bench bench = new Bench("scenarios/validator-pair/cluster.yaml");
    bench.up("pcmk1", "pcmk2");
    bench.settle();
    assertTrue(
        at(bench, "start of VIP1 on pcmk1 done") < at(bench, "start of peerservice on pcmk1"));
    assertTrue(
        at(bench, "start of ctzservice on pcmk2") < at(bench, "monitor of ctzservice on pcmk2"));
    assertFalse(bench.coordinator.isBusy());
  }

  @Test
  void nothingStartsBeforeTheLostNodeIsFenced() throws Exception {
    Bench bench = running();
    bench.coordinator.lost("pcmk1", Bench.NOW);
    assertEquals(1, bench.fences.size());
    FenceJob fence = bench.fences.values().iterator().next();
    assertEquals("pcmk1", fence.target());
    bench.settle();
    assertFalse(bench.news.contains("start of VIP1 on pcmk2"), bench.news::toString);
    bench.coordinator.fenced(fence, true, "by fence-pcmk1", Bench.NOW);
    bench.settle();
    assertTrue(
        at(bench, "fencing pcmk1 (reboot) done: by fence-pcmk1")
            < at(bench, "start of VIP1 on pcmk2"));
    assertTrue(at(bench, "stop of ctzservice on pcmk2 done") < at(bench, "start of VIP1 on pcmk2"));
  }

  private static long resetsWithin(Bench bench) {
    NodeState node = Reported.node(bench.kept, "pcmk1");
    return node == null ? -1 : node.resetsWithinMs();
  }

  @Test
  void whoIsFencedIsCountedOnOnlyOnceThatIsOver() throws Exception {
    Bench bench = running();
    assertTrue(bench.coordinator.countsOn("pcmk1"));
    assertFalse(bench.coordinator.countsOn("unknown"));
    bench.coordinator.change(
        status -> status.node("pcmk1").flags().put(NodeState.RESETS_WITHIN, "25000"),
        "it has promised",
        Bench.NOW);
    bench.coordinator.lost("pcmk1", Bench.NOW);
    assertFalse(bench.coordinator.countsOn("pcmk1"));
    assertEquals(25_000, resetsWithin(bench));
    bench.coordinator.reported(new NodeReport("pcmk1", "pcmk1-2", List.of(), List.of()), Bench.NOW);
    assertFalse(bench.coordinator.countsOn("pcmk1"), "it is heard, and is fenced all the same");
    assertEquals(0, resetsWithin(bench), "it came up anew");
    FenceJob fence = bench.fences.values().iterator().next();
    bench.coordinator.fenced(fence, false, "no answer", Bench.NOW);
    assertTrue(bench.coordinator.countsOn("pcmk1"));
  }

  @Test
  void whatCannotBeFencedIsTriedAgainLaterAndLater() throws Exception {
    Bench bench = running();
    bench.coordinator.lost("pcmk1", Bench.NOW);
    for (int attempt = 0; attempt < 10; attempt++) {
      FenceJob fence = bench.fences.values().iterator().next();
      bench.fences.clear();
      assertEquals(15 + attempt, fence.delayMs() / 1000);
      bench.coordinator.fenced(fence, false, "no answer", Bench.NOW);
    }
    assertEquals(Map.of(), bench.fences);
    at(bench, "gave up fencing pcmk1 after 10 attempts");
    assertFalse(bench.news.contains("start of VIP1 on pcmk2"), bench.news::toString);
    bench.coordinator.look(Bench.NOW);
    assertEquals(1, bench.fences.size());
  }

  @Test
  void aFailedMonitorRestartsTheService() throws Exception {
    Bench bench = running();
    Assignment monitor = bench.lastOf("monitor peerservice pcmk1");
    bench.tell(true, monitor, ActionResult.exited(7));
    assertEquals(List.of("stop peerservice pcmk1"), bench.underWay());
    bench.settle();
    assertTrue(
        at(bench, "stop of peerservice on pcmk1 done")
            < at(bench, "start of peerservice on pcmk1 done"));
    at(bench, "monitor of peerservice on pcmk1 ended with 7 instead of 0");
  }

  @Test
  void aFailureThatIsToldAgainCountsOnce() throws Exception {
    Bench bench = running();
    Assignment monitor = bench.lastOf("monitor peerservice pcmk1");
    Finished failure = bench.next(true, monitor, ActionResult.exited(7));
    bench.coordinator.told(failure, Bench.NOW);
    bench.coordinator.told(failure, Bench.NOW);
    assertEquals("1", failures(bench));
    Bench successor = successorOf(bench);
    successor.coordinator.reported(
        new NodeReport("pcmk1", "pcmk1-1", List.of(), List.of(failure)), Bench.NOW);
    assertEquals("1", failures(successor));
    successor.coordinator.told(successor.next(true, monitor, ActionResult.exited(7)), Bench.NOW);
    assertEquals("2", failures(successor));
  }

  private static String failures(Bench bench) {
    return bench.coordinator.state().status().nodes().stream()
        .filter(node -> node.name().equals("pcmk1"))
        .map(node -> node.attributes().get("fail-count-peerservice#monitor_60000"))
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  @Test
  void whatComesBeforeWhatWasToldFirstIsNoticed() throws Exception {
    Bench bench = running();
    Assignment monitor = bench.lastOf("monitor peerservice pcmk1");
    Finished first = bench.next(true, monitor, ActionResult.exited(7));
    Finished second = new Finished(first.serial() + 1, true, monitor, ActionResult.exited(0));
    assertTrue(bench.coordinator.isAhead(second));
    assertFalse(bench.coordinator.isAhead(first));
    bench.coordinator.told(first, Bench.NOW);
    assertFalse(bench.coordinator.isAhead(second));
  }

  @Test
  void aSlowStartDoesNotDelayAnotherRecovery() throws Exception {
    Bench bench = startingCtz();
    Assignment monitor = bench.lastOf("monitor peerservice pcmk1");
    bench.tell(true, monitor, ActionResult.exited(7));
    assertEquals(List.of("start ctzservice pcmk2", "stop peerservice pcmk1"), bench.underWay());
    bench.settleBut("start ctzservice pcmk2");
    at(bench, "start of peerservice on pcmk1 done");
    assertEquals(1, bench.news.stream().filter("start of ctzservice on pcmk2"::equals).count());
    bench.settle();
    at(bench, "monitor of ctzservice on pcmk2 done");
  }

  @Test
  void nothingStartsElsewhereWhileAStopIsUnderWayWhateverHappensMeanwhile() throws Exception {
    Bench bench = running();
    bench.coordinator.change(
        status -> status.node("pcmk1").attributes().put("shutdown", "1777888800"),
        "pcmk1 wants to leave",
        Bench.NOW);
    assertTrue(bench.underWay().contains("stop peerservice pcmk1"), bench.underWay()::toString);
    bench.coordinator.look(Bench.NOW);
    bench.settleBut("stop peerservice pcmk1");
    bench.coordinator.look(Bench.NOW);
    assertEquals(List.of("stop peerservice pcmk1"), bench.underWay());
    assertEquals(List.of(), bench.dismissed);
    assertFalse(bench.news.contains("start of peerservice on pcmk2"), bench.news::toString);
    bench.settle();
    at(bench, "start of peerservice on pcmk2 done");
    assertEquals(List.of("pcmk1"), bench.dismissed);
  }

  @Test
  void aStartThatNobodyWantsAnyMoreIsStoppedBeforeItIsStartedElsewhere() throws Exception {
    Bench bench = new Bench("scenarios/validator-pair/cluster.yaml");
    bench.up("pcmk1", "pcmk2");
    bench.settleBut("start peerservice pcmk1");
    bench.coordinator.change(
        status -> status.node("pcmk1").attributes().put("shutdown", "1777888800"),
        "pcmk1 wants to leave",
        Bench.NOW);
    assertTrue(bench.underWay().contains("stop peerservice pcmk1"), bench.underWay()::toString);
    assertFalse(bench.underWay().contains("start peerservice pcmk2"), bench.underWay()::toString);
    bench.settle();
    assertTrue(
        at(bench, "stop of peerservice on pcmk1 done")
            < at(bench, "start of peerservice on pcmk2"));
  }

  @Test
  void aNodeThatStartedAnewIsLookedAtAgain() throws Exception {
    Bench bench = running();
    bench.coordinator.reported(new NodeReport("pcmk2", "another", List.of(), List.of()), Bench.NOW);
    assertTrue(bench.underWay().contains("monitor ctzservice pcmk2"));
    at(bench, "pcmk2 has come up");
    bench.settle();
    at(bench, "start of ctzservice on pcmk2 done");
  }

  @Test
  void aNodeThatWantsToLeaveIsEmptiedFirst() throws Exception {
    Bench bench = running();
    bench.coordinator.change(
        status -> status.node("pcmk1").attributes().put("shutdown", "1777888800"),
        "pcmk1 wants to leave",
        Bench.NOW);
    assertEquals(List.of(), bench.dismissed);
    bench.settle();
    assertEquals(List.of("pcmk1"), bench.dismissed);
    at(bench, "stop of VIP1 on pcmk1 done");
    at(bench, "start of peerservice on pcmk2 done");
    bench.coordinator.lost("pcmk1", Bench.NOW);
    assertEquals(Map.of(), bench.fences);
  }

  @Test
  void aNewLeaderTakesOverWhatIsUnderWay() throws Exception {
    Bench old = startingCtz();
    Assignment start = old.lastOf("start ctzservice pcmk2");
    Bench successor = successorOf(old);
    successor.coordinator.reported(
        new NodeReport("pcmk2", "pcmk2-1", List.of(start), List.of()), Bench.NOW);
    successor.coordinator.open(Bench.NOW);
    assertEquals(List.of("start ctzservice pcmk2"), successor.underWay());
    successor.settle();
    at(successor, "monitor of ctzservice on pcmk2 done");
  }

  @Test
  void whatEndedUnderAnotherLeaderIsWrittenDown() throws Exception {
    Bench old = startingCtz();
    Assignment start = old.lastOf("start ctzservice pcmk2");
    Bench successor = successorOf(old);
    successor.coordinator.reported(
        new NodeReport(
            "pcmk2",
            "pcmk2-1",
            List.of(),
            List.of(successor.next(false, start, ActionResult.exited(0)))),
        Bench.NOW);
    assertEquals(List.of(), successor.underWay());
    successor.coordinator.open(Bench.NOW);
    successor.settle();
    assertFalse(successor.news.contains("start of ctzservice on pcmk2"), successor.news::toString);
    at(successor, "monitor of ctzservice on pcmk2 done");
  }

  @Test
  void whatAFencedNodeToldBeforeIsNotBelievedAfterwards() throws Exception {
    Bench bench = running();
    Assignment monitor = bench.lastOf("monitor peerservice pcmk1");
    bench.coordinator.lost("pcmk1", Bench.NOW);
    FenceJob fence = bench.fences.values().iterator().next();
    bench.coordinator.fenced(fence, true, "by fence-pcmk1", Bench.NOW);
    bench.tell(true, monitor, ActionResult.exited(7));
    assertFalse(
        bench.news.contains("monitor of peerservice on pcmk1 ended with 7 instead of 0"),
        bench.news::toString);
    assertTrue(
        bench.coordinator.state().status().nodes().stream()
            .filter(node -> node.name().equals("pcmk1"))
            .allMatch(node -> node.history().isEmpty()));
  }

  /** The same leader that began anew from what is written down. */
  private static Bench anew(Bench old, Assignment... underWayOnPcmk2) {
    Bench again = new Bench(old.kept, old.coordinator.token());
    again.coordinator.reported(new NodeReport("pcmk1", "pcmk1-1", List.of(), List.of()), Bench.NOW);
    again.coordinator.reported(
        new NodeReport("pcmk2", "pcmk2-1", List.of(underWayOnPcmk2), List.of()), Bench.NOW);
    return again;
  }

  @Test
  void aResultFromBeforeALeaderBeganAnewIsNotTakenForOtherWorkOfThatNumber() throws Exception {
    Bench old = startingCtz();
    Bench again = anew(old, old.lastOf("start ctzservice pcmk2"));
    assertEquals(Set.of(1L), again.assigned.keySet());
    again.coordinator.open(Bench.NOW);
    again.tell(false, old.numbered(1), ActionResult.exited(7));
    assertEquals(List.of("start ctzservice pcmk2"), again.underWay(), "nothing follows it yet");
    again.settle();
    at(again, "start of ctzservice on pcmk2 done");
  }

  @Test
  void aResultFromBeforeALeaderBeganAnewIsWrittenDown() throws Exception {
    Bench old = startingCtz();
    Bench again = anew(old);
    again.tell(false, old.lastOf("start ctzservice pcmk2"), ActionResult.exited(0));
    again.coordinator.open(Bench.NOW);
    again.settle();
    assertFalse(again.news.contains("start of ctzservice on pcmk2"), again.news::toString);
    at(again, "start of ctzservice on pcmk2 done");
  }

  @Test
  void workThatNobodyCanBeGivenHasFailed() throws Exception {
    Bench bench = startingCtz();
    Assignment start = bench.lastOf("start ctzservice pcmk2");
    bench.assigned.remove(start.number());
    bench.coordinator.undelivered(start, "nothing connects to pcmk2", Bench.NOW);
    at(bench, "start of ctzservice on pcmk2 ended with 1 instead of 0: nothing connects to pcmk2");
    assertTrue(bench.underWay().contains("stop ctzservice pcmk2"), bench.underWay()::toString);
  }

  @Test
  void fencingFromBeforeALeaderBeganAnewIsNotTakenForThatOfAnotherNode() throws Exception {
    Bench old = running();
    old.coordinator.lost("pcmk1", Bench.NOW);
    FenceJob fence = old.fences.values().iterator().next();
    FenceJob other = new FenceJob(fence.token(), fence.number(), "pcmk2", "reboot", 0, 0, 0);
    old.coordinator.fenced(other, true, "by fence-pcmk2", Bench.NOW);
    assertFalse(old.coordinator.countsOn("pcmk1"), "it is being fenced still");
    old.settle();
    assertFalse(old.news.contains("start of VIP1 on pcmk2"), old.news::toString);
  }

  @Test
  void whoWasFencedAndRunsOnIsNotTakenBackAsItIs() throws Exception {
    Bench bench = running();
    bench.coordinator.lost("pcmk1", Bench.NOW);
    FenceJob fence = bench.fences.values().iterator().next();
    bench.coordinator.fenced(fence, true, "by fence-pcmk1", Bench.NOW);
    bench.settle();
    bench.coordinator.reported(new NodeReport("pcmk1", "pcmk1-1", List.of(), List.of()), Bench.NOW);
    at(bench, "pcmk1 was fenced and runs on: its fence device does not do what it says");
    assertEquals(List.of("pcmk1"), bench.castOut);
    assertFalse(bench.coordinator.countsOn("pcmk1"));
    bench.coordinator.reported(new NodeReport("pcmk1", "pcmk1-2", List.of(), List.of()), Bench.NOW);
    at(bench, "pcmk1 has come up");
    assertTrue(bench.coordinator.countsOn("pcmk1"));
  }

  @Test
  void eachDecisionHasAHigherToken() throws Exception {
    Bench bench = running();
    Token before = bench.coordinator.token();
    bench.coordinator.look(Bench.NOW);
    assertTrue(bench.coordinator.token().compareTo(before) > 0);
    assertTrue(bench.coordinator.token().isSameTenure(before));
  }
}
