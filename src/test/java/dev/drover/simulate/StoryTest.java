package dev.drover.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.ClusterState;
import dev.drover.scenario.AgentEvent;
import dev.drover.scenario.Deed;
import dev.drover.scenario.Event;
import dev.drover.scenario.Expectation;
import dev.drover.scenario.NodeEvent;
import dev.drover.scenario.Quorum;
import dev.drover.scenario.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The world around a decider that is as simple as can be, see {@link PlannedDecisions}. */
class StoryTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private Story story(ClusterState state) {
    return new Story(new PlannedDecisions(), state, Quorum.TWO_NODE, BEGIN);
  }

  private Story pair() {
    return story(
        Clusters.of(
            List.of("dock", "quay"),
            Clusters.primitive("shop"),
            Clusters.device("power", Map.of())));
  }

  private static StepReport tell(Story story, Event... events) {
    return story.tell(new Step(null, List.of(events), List.of()), List.of());
  }

  private static List<String> deeds(StepReport step) {
    return new DeedLog(step).all().stream().map(DeedLog::sentence).toList();
  }

  private static Verdict judge(StepReport step, Expectation expectation) {
    return new Expectations(step).judge(expectation);
  }

  @Test
  void aResourceIsStartedAndWatched() {
    StepReport step = tell(pair());
    assertEquals(List.of("start shop on dock", "monitor shop on dock"), deeds(step));
    assertNull(judge(step, new Expectation.Runs("shop", List.of("dock"), null)).instead());
    assertEquals(Duration.ofSeconds(2), Duration.between(BEGIN, step.ended()));
  }

  @Test
  void aNodeThatLosesPowerIsFencedBeforeItsResourceStartsElsewhere() {
    Story story = pair();
    tell(story);
    StepReport step = tell(story, new NodeEvent.LosesPower("dock"));
    // What ran there is forgotten when it is fenced, and found nowhere then.
    assertEquals(List.of("fence dock", "start shop on quay", "monitor shop on quay"), deeds(step));
    assertEquals(List.of(), step.violations());
  }

  @Test
  void fencingWithoutAWorkingDeviceIsGivenUpAndSaid() {
    Story story = pair();
    tell(story);
    StepReport step =
        tell(
            story, new AgentEvent.FenceDeviceBreaks("power"), new NodeEvent.StopsAnswering("dock"));
    assertEquals(List.of("gave up fencing dock after 10 attempts"), step.notes());
    assertTrue(deeds(step).stream().allMatch("fence dock (failed)"::equals));
    StepReport mended = tell(story, new AgentEvent.FenceDeviceMended("power"));
    assertEquals("fence dock", deeds(mended).get(0));
  }

  @Test
  void ofTwoSidesThatFenceEachOtherTheFirstWins() {
    Story story = pair();
    tell(story);
    StepReport step =
        tell(story, new Event.NetworkSplits(List.of(List.of("dock"), List.of("quay"))));
    assertTrue(
        judge(step, new Expectation.Happens(new Deed(Deed.Verb.FENCE, "quay", null))).holds());
    assertFalse(
        judge(step, new Expectation.Happens(new Deed(Deed.Verb.FENCE, "dock", null))).holds());
    assertEquals(
        List.of(List.of("dock")), step.views().stream().map(StepReport.View::side).toList());
    assertNull(judge(step, new Expectation.NeverActiveTwice("shop")).instead());
  }

  @Test
  void aHealedNetworkKeepsWhatEachSideKnowsOfItself() {
    Story story = story(Clusters.of(List.of("dock", "quay"), Clusters.primitive("shop")));
    tell(story);
    StepReport step =
        tell(
            story,
            new Event.NetworkSplits(List.of(List.of("dock"), List.of("quay"))),
            new Event.NetworkHeals());
    assertEquals(
        List.of(List.of("dock", "quay")),
        step.views().stream().map(StepReport.View::side).toList());
    assertEquals(List.of(), deeds(step));
  }

  @Test
  void aConfirmationThatIsWrongIsSeenInTheTruth() {
    Story story = pair();
    tell(story);
    StepReport step =
        tell(
            story,
            new AgentEvent.FenceDeviceBreaks("power"),
            new NodeEvent.StopsAnswering("dock"),
            new NodeEvent.ConfirmedDown("dock"));
    assertEquals(
        "after start shop on quay shop runs on dock and quay",
        judge(step, new Expectation.NeverActiveTwice("shop")).instead());
    assertEquals(List.of("after start shop on quay shop runs on dock and quay"), step.violations());
    assertFalse(step.holds());
  }

  @Test
  void aDeadServiceIsNoticedByItsNextMonitor() {
    Story story = pair();
    tell(story);
    StepReport silent = tell(story, new AgentEvent.Dies("shop", null));
    assertEquals(List.of(), deeds(silent));
    StepReport step = tell(story, new Event.TimePasses(Duration.ofSeconds(30)));
    assertEquals(List.of("start shop on dock", "monitor shop on dock"), deeds(step));
    assertNull(judge(step, new Expectation.FailureCount("shop", "dock", 1)).instead());
    assertEquals(BEGIN.plusSeconds(32), step.ended());
  }

  @Test
  void anAgentThatHangsTakesItsTimeoutAndIsTriedAgain() {
    Story story = pair();
    StepReport step = tell(story, new AgentEvent.Hangs("shop", "start", null, 1));
    assertEquals(
        List.of("start shop on dock (failed)", "start shop on dock", "monitor shop on dock"),
        deeds(step));
    assertEquals(Duration.ofSeconds(22), Duration.between(BEGIN, step.ended()));
  }

  @Test
  void aClusterThatNeverComesToRestIsSaid() {
    Story story = pair();
    StepReport step =
        tell(story, new AgentEvent.Fails("shop", "start", null, 1, Integer.MAX_VALUE, ""));
    assertEquals(
        List.of("after 200 decisions the cluster has still not come to rest"), step.troubles());
    assertFalse(step.holds());
  }

  @Test
  void anExpectationThatDoesNotHoldSaysWhatIsSoInstead() {
    StepReport step = tell(pair());
    assertEquals(
        "shop runs on dock",
        judge(step, new Expectation.Runs("shop", List.of("quay"), null)).instead());
    assertEquals("shop runs on dock", judge(step, new Expectation.Stopped("shop")).instead());
    assertEquals(
        "the cluster did start shop on dock, monitor shop on dock",
        judge(step, new Expectation.NothingHappens()).instead());
    assertEquals(
        "it did start shop on dock",
        judge(step, new Expectation.Never(new Deed(Deed.Verb.START, "shop", null))).instead());
    assertEquals(
        "quay is online",
        judge(step, new Expectation.NodeIs("quay", Expectation.NodeCondition.OFFLINE, null))
            .instead());
    assertTrue(
        judge(
                step,
                new Expectation.InOrder(
                    List.of(
                        new Deed(Deed.Verb.START, "shop", "dock"),
                        new Deed(Deed.Verb.MONITOR, "shop", "dock"))))
            .holds());
    assertFalse(
        judge(
                step,
                new Expectation.InOrder(
                    List.of(
                        new Deed(Deed.Verb.MONITOR, "shop", "dock"),
                        new Deed(Deed.Verb.START, "shop", "dock"))))
            .holds());
  }
}
