package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.drover.live.Letter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node that is no member may ask, and that it is answered by whoever leads by then. */
@ResourceLock(Ring.LOCK)
class AgentVerbTest {
  private static final String CLUSTER =
      """
      cluster: ring
      nodes: [a, b, agent1]
      options: {fencing-enabled: false}
      """;

  @TempDir Path folder;

  private static Letter.Ask ask(String verb, Map<String, String> words) {
    return new Letter.Ask(1, "agent1", verb, words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"config-apply", "amend", "attribute-set", "status", "member-check-policy", ""})
  void noOtherCommandIsTaken(String verb) {
    assertEquals(
        "agents do not give commands",
        AgentVerb.objection("agent1", ask(verb, Map.of("node", "agent1"))));
  }

  @ParameterizedTest
  @CsvSource({
    "get, a, permanent, true",
    "get, a, option, true",
    "set, agent1, transient, true",
    "delete, agent1, permanent, true",
    "set, a, transient, false",
    "delete, a, permanent, false",
    "set, agent1, option, false",
    "delete, agent1, option, false"
  })
  void onlyItsOwnAttributesAreChanged(String deed, String node, String scope, boolean may) {
    String objection =
        AgentVerb.objection(
            "agent1", ask("agent", Map.of("do", deed, "node", node, "scope", scope)));
    if (may) {
      assertNull(objection);
    } else {
      assertEquals("`agent1` is no member: expected a change of its own attributes", objection);
    }
  }

  @Test
  void aChangeWithoutANodeIsNobodysOwn() {
    assertEquals(
        "`agent1` is no member: expected a change of its own attributes",
        AgentVerb.objection("agent1", ask("agent", Map.of("do", "set", "scope", "transient"))));
  }

  @Test
  void whatIsSetWhileNobodyLeadsCountsOnceSomebodyDoes() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b", "w", "agent1")) {
      ring.start("a", "b", "w", "agent1").configure(CLUSTER);
      String first = ring.coordinator();
      assertEquals(0, begin("agent1", "0").get(60, TimeUnit.SECONDS).exitValue());
      ring.kill(first);
      CompletableFuture<Process> onAgent = begin("agent1", "1");
      CompletableFuture<Process> onMember = begin(first.equals("a") ? "b" : "a", "1");
      assertEquals(0, onAgent.get(60, TimeUnit.SECONDS).exitValue(), ring.said());
      assertEquals(0, onMember.get(60, TimeUnit.SECONDS).exitValue(), ring.said());
      ring.until(
          "it counts",
          () ->
              ring.ask("attribute-show", Map.of("node", "agent1"))
                  .text()
                  .equals("x=1 (transient)"));
    }
  }

  private CompletableFuture<Process> begin(String node, String value) throws Exception {
    Path tool = folder.resolve("data-" + node).resolve("agents/bin/attrd_updater");
    return new ProcessBuilder(tool.toString(), "-n", "x", "-v", value)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit();
  }
}
