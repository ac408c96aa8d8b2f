package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.execute.ActionResult;
import dev.drover.live.Assignment;
import dev.drover.live.Token;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** In which order a resource's operations run, and what each of them is told. */
class LaneTest {
  private final Pretended agents = new Pretended();
  private final List<String> ended = new ArrayList<>();
  private final Lane lane =
      new Lane(
          agents,
          Runnable::run,
          (assignment, result) ->
              ended.add(
                  "%s %d %d"
                      .formatted(
                          assignment.order().entry().task(),
                          result.outcome().status(),
                          result.outcome().rc())));

  @Test
  void oneRunsAfterTheOther() {
    lane.add(Pretended.work("start", "web"));
    lane.add(Pretended.work("promote", "web"));
    assertEquals(List.of("start web"), agents.begun);
    agents.end("start web", 0);
    assertEquals(List.of("start web", "promote web"), agents.begun);
    agents.end("promote web", 1);
    assertEquals(List.of("start 0 0", "promote 0 1"), ended);
    assertTrue(lane.isEmpty());
  }

  @Test
  void aStopEndsWhatRunsAndDropsWhatWaits() {
    lane.add(Pretended.work("start", "web"));
    lane.add(Pretended.work("promote", "web"));
    lane.add(Pretended.work("stop", "web"));
    assertEquals(List.of("start web"), agents.cancelled);
    assertEquals(List.of("start web"), agents.begun, "the stop waits for the end of the start");
    agents.end("start web", 0);
    assertEquals(List.of("start web", "stop web"), agents.begun);
    agents.end("stop web", 0);
    String superseded = " " + ActionResult.CANCELLED + " 1";
    assertEquals(List.of("promote" + superseded, "start" + superseded, "stop 0 0"), ended);
  }

  @Test
  void theSameWorkRunsOnceAndTheLatestWhoAskedIsTold() {
    Assignment first = Pretended.work("start", "web");
    Assignment second = first.as(new Token(1, 2, 0), 7);
    List<Assignment> told = new ArrayList<>();
    Lane one = new Lane(agents, Runnable::run, (assignment, result) -> told.add(assignment));
    one.add(first);
    one.add(second);
    assertEquals(List.of("start web"), agents.begun);
    assertEquals(List.of(second), one.all());
    agents.end("start web", 1);
    assertEquals(List.of(second), told, "told twice, a failure would count twice");
  }

  @Test
  void whatWasSupersededDoesNotDoForTheSameWorkAskedForLater() {
    lane.add(Pretended.work("start", "web"));
    lane.add(Pretended.work("stop", "web"));
    lane.add(Pretended.work("start", "web"));
    agents.end("start web", 0);
    agents.end("stop web", 0);
    assertEquals(List.of("start web", "stop web", "start web"), agents.begun);
  }

  @Test
  void nothingBeginsAfterItWasClosed() {
    lane.add(Pretended.work("start", "web"));
    lane.add(Pretended.work("promote", "web"));
    lane.close();
    assertEquals(List.of("start web"), agents.cancelled);
    agents.end("start web", 1);
    assertEquals(List.of("start web"), agents.begun);
  }

  @Test
  void anAgentIsToldWhatItIsToDoAndForWhom() {
    AgentCall call = Lane.call(Pretended.work("start", "web"));
    assertEquals("web", call.resource());
    assertEquals("start", call.task());
    assertEquals(Duration.ofSeconds(20), call.timeout());
    assertEquals(Map.of("p", "1"), call.parameters());
    assertEquals(Map.of("m", "2", "on_node", "a"), call.meta());
  }
}
