package dev.drover.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drover.lab.Program.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code bin/measure} reads out of the client's record; the event is at 10 s. */
class MeasureTest {
  private static final long EVENT = 10_000;

  @TempDir private Path run;
  private final StringBuilder answers = new StringBuilder();

  @BeforeEach
  void python() {
    Program.needPython();
  }

  @Test
  void movedIsFromTheLastAnswerOfTheOldServerToTheFirstOfAnotherNode() throws Exception {
    answered(9_990, "node1 7");
    answered(10_500, "node1 7");
    lost(10_600);
    lost(10_700);
    answered(12_000, "node1 8");
    answered(12_500, "node2 9");
    answered(12_600, "node2 9");
    JsonNode found = measure("moved", 90);
    assertEquals("ok", found.get("verdict").asText());
    assertEquals(2000, found.get("outage_ms").asDouble());
    assertEquals(2, found.get("lost").asInt());
    assertEquals("node2", found.get("detail").get("to").asText());
  }

  @Test
  void restartedIsAnyOtherProcess() throws Exception {
    answered(9_990, "node1 7");
    answered(10_010, "node1 7");
    answered(10_400, "node1 8");
    assertEquals(390, measure("restarted", 60).get("outage_ms").asDouble());
  }

  @Test
  void backCountsFromTheEvent() throws Exception {
    lost(10_100);
    answered(14_000, "node2 3");
    assertEquals(4001, measure("back", 60).get("outage_ms").asDouble());
  }

  @Test
  void whoeverDoesNotMoveHasNoOutageButAVerdict() throws Exception {
    answered(9_990, "node1 7");
    answered(12_000, "node1 8");
    JsonNode found = measure("moved", 30);
    assertEquals("not moved within 30 s", found.get("verdict").asText());
    assertEquals(true, found.get("outage_ms").isNull());
  }

  @Test
  void steadyIsTheLongestGapAndNeedsServiceAtTheEnd() throws Exception {
    answered(9_000, "node1 7");
    answered(10_200, "node1 7");
    answered(14_800, "node1 7");
    JsonNode found = measure("steady", 5);
    assertEquals("ok", found.get("verdict").asText());
    assertEquals(4600, found.get("outage_ms").asDouble());
    assertEquals("no service at the end", measure("steady", 6).get("verdict").asText());
  }

  @Test
  void whereNothingMayAnswerAnAnswerIsNamed() throws Exception {
    answered(9_990, "node1 7");
    lost(11_000);
    assertEquals("ok", measure("nothing", 30).get("verdict").asText());
    answered(12_000, "node2 9");
    assertEquals("answered by node2", measure("nothing", 30).get("verdict").asText());
  }

  @Test
  void whomANodeHasFencedAndWhomItsWatchdogHasResetIsTold() throws Exception {
    answered(9_990, "node1 7");
    answered(12_000, "node2 9");
    Files.writeString(
        run.resolve("power"),
        """
        10000000000 10100000000 lab off node1 ok
        11000000000 11200000000 10.90.0.2 off node1 ok
        11300000000 11400000000 10.90.0.3 off node2 error the switch is jammed
        11500000000 11600000000 watchdog off node3 ok
        11600000000 11700000000 watchdog on node3 ok
        """);
    JsonNode detail = measure("moved", 90).get("detail");
    assertEquals("[[\"node1\",1200]]", detail.get("fenced").toString());
    assertEquals("[[\"node3\",1600]]", detail.get("reset").toString());
  }

  private void answered(long begin, String server) {
    attempt(begin, server);
  }

  private void lost(long begin) {
    attempt(begin, "-");
  }

  /** An attempt that took a millisecond. */
  private void attempt(long begin, String answer) {
    answers.append(begin * 1_000_000L).append(' ').append((begin + 1) * 1_000_000L);
    answers.append(' ').append(answer).append('\n');
  }

  private JsonNode measure(String expect, int seconds) throws Exception {
    Path record = Files.writeString(run.resolve("answers"), answers);
    Path trace = Files.writeString(run.resolve("trace"), "");
    Path power = run.resolve("power");
    if (!Files.exists(power)) {
      Files.writeString(power, "");
    }
    String event = String.valueOf(EVENT * 1_000_000L);
    Ended ended =
        Program.run(
            Map.of(
                "ANSWERS", record.toString(), "TRACE", trace.toString(), "LAB_RUN", run.toString()),
            "bin/measure",
            expect,
            String.valueOf(seconds),
            event,
            event,
            "node1",
            "7");
    assertEquals(0, ended.code(), ended.said());
    return new ObjectMapper().readTree(ended.said());
  }
}
