package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.live.Letter;
import dev.drover.live.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What operators do to a pair that runs, and what they are told. */
@ResourceLock(Ring.LOCK)
class OperatorsTest {
  private static final int BAD_DATA = 65;

  @TempDir Path folder;
  private Ring ring;

  @BeforeEach
  void start() throws Exception {
    ring = new Ring(folder, "a", "b");
    ring.start("a", "b").configure(Scripts.WEB_AND_POWER);
    ring.until("web is monitored", () -> ring.said("monitor of web on a done"));
  }

  @AfterEach
  void stop() throws Exception {
    ring.close();
    assertEquals(List.of(), ring.mistakes());
    assertEquals(List.of(), ring.fenced(), ring::said);
    assertEquals(List.of(), ring.twice());
  }

  private void amend(String kind, String subject, String name, String value) throws Exception {
    Map<String, String> words =
        new TreeMap<>(Map.of("kind", kind, "subject", subject, "name", name));
    if (!value.isEmpty()) {
      words.put("value", value);
    }
    Letter.Answer answer = ring.ask("amend", words);
    assertEquals(0, answer.exit(), answer::text);
  }

  @Test
  void aConfigurationIsTakenOnlyAsItWasSeenAndWhereItMakesSense() throws Exception {
    long index = Long.parseLong(ring.ask("config-index", Map.of()).text());
    Map<String, String> words =
        new TreeMap<>(Map.of("name", "c.yaml", "text", Scripts.WEB_AND_POWER, "expected", "1"));
    for (String member : List.of("a", "b")) {
      Letter.Answer stale = ring.askOf(member, "config-apply", words);
      assertEquals(1, stale.exit(), "also of a member that does not lead");
      assertTrue(
          stale.text().startsWith("the configuration has index `" + index + "`, expected `1`"),
          stale::text);
      words.put("text", Scripts.WEB_AND_POWER.replace("monitor: 1s", "monitor: soon"));
      Letter.Answer nonsense = ring.askOf(member, "config-apply", words);
      assertEquals(BAD_DATA, nonsense.exit());
      assertTrue(nonsense.text().contains("c.yaml:6:"), nonsense::text);
      assertTrue(nonsense.text().contains("`soon`"), nonsense::text);
      words.put("text", Scripts.WEB_AND_POWER);
    }
    assertEquals(Long.toString(index), ring.ask("config-index", Map.of()).text());
    assertEquals(Scripts.WEB_AND_POWER, ring.askOf("b", "config-show", Map.of()).text());
    words.put("expected", Long.toString(index));
    words.put("text", Scripts.WEB_AND_POWER + "# changed\n");
    Letter.Answer taken = ring.askOf("b", "config-apply", words);
    assertEquals(0, taken.exit(), taken::text);
    assertTrue(Long.parseLong(taken.text()) > index);
  }

  @Test
  void resourcesGoWhereOperatorsSayAndFailuresAreForgotten() throws Exception {
    amend("NODE_ATTRIBUTE", "a", "standby", "on");
    ring.until("web runs on b", () -> ring.runs("web", "b"));
    assertTrue(ring.status().contains("Node a: standby"), ring::status);
    Map<String, String> same = Map.of("name", "c.yaml", "text", Scripts.WEB_AND_POWER);
    ring.until(
        "the file again would change nothing, for the standby stays",
        () -> ring.ask("config-plan", same).text().equals("Nothing that runs would change."));
    amend("NODE_ATTRIBUTE", "a", "standby", "");
    ring.until("web is back", () -> ring.runs("web", "a"));

    amend("PLACE", "web", "a", "-INFINITY");
    ring.until("web runs on b", () -> ring.runs("web", "b"));
    assertEquals(BAD_DATA, ring.ask("clear", Map.of("resource", "wep")).exit());
    assertEquals(0, ring.ask("clear", Map.of("resource", "web")).exit());
    ring.until("web is back", () -> ring.runs("web", "a"));

    ring.until("it is monitored", () -> ring.count("monitor of web on a done") >= 3);
    ring.kill("web", "a");
    ring.until("it is restarted", () -> ring.runs("web", "a"));
    ring.until("it failed once", () -> ring.status("full").contains("fail-count=1"));
    Letter.Answer unknown = ring.ask("cleanup", Map.of("resource", "wep"));
    assertEquals(BAD_DATA, unknown.exit());
    assertTrue(unknown.text().contains("Maybe `web` is meant"), unknown::text);
    assertEquals(0, ring.ask("cleanup", Map.of("resource", "web")).exit());
    ring.until("that is forgotten", () -> !ring.status("full").contains("fail-count"));
    ring.until("it is looked at anew", () -> ring.said("cleanup of web by ann"));
    String events = ring.events();
    int failed = events.indexOf("monitor of web on a ended with 7 instead of 0");
    assertTrue(failed > 0, events);
    assertTrue(failed < events.indexOf("stop of web on a done", failed), events);
    assertTrue(events.indexOf("cleanup of web by ann") > failed, events);
  }

  @Test
  void otherRulesDecideOnAllMembersAtOnceOrNotAtAll() throws Exception {
    Map<String, String> rules = rules();
    String file =
        rules.keySet().stream().filter(f -> f.startsWith("3-score/")).findFirst().orElseThrow();
    rules.put(file, rules.get(file) + "\nrule \"broken\" when Nod() then end\n");
    Letter.Answer broken = ring.ask("policy-apply", rules);
    assertEquals(BAD_DATA, broken.exit(), broken::text);
    assertTrue(broken.text().contains(file + ":"), broken::text);
    assertTrue(broken.text().contains("`Nod`"), broken::text);
    for (String member : List.of("a", "b")) {
      assertEquals(Map.of(), saved(member).rules(), "refused whole");
    }

    rules = rules();
    rules.put(
        "3-score/never-on-a.drl",
        """
        // Nothing is wanted on a.

        import dev.drover.model.Score;
        import dev.drover.model.fact.*;

        rule "Nothing runs on a"
        when
          Resource($r : id, parent == "")
          Node($n : id, name == "a")
        then
          insertLogical(new Weight($r, $n, Score.MINUS_INFINITY, "a test"));
        end
        """);
    rules.put("expected", "7");
    Letter.Answer stale = ring.ask("policy-apply", rules);
    assertEquals(1, stale.exit(), stale::text);
    rules.put("expected", "0");
    Letter.Answer taken = ring.ask("policy-apply", rules);
    assertEquals(0, taken.exit(), taken::text);
    ring.until("web runs on b", () -> ring.runs("web", "b"));
    assertEquals(saved("a").rules(), saved("b").rules());
  }

  private Saved saved(String member) {
    return ring.daemon(member).member().books().page().saved();
  }

  private static Map<String, String> rules() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(Path.of("rules"))) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".drl")).toList()) {
        files.put(Path.of("rules").relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }

  @Test
  void aSlowStartDelaysNothingElseAndEndsWithItsResource() throws Exception {
    String slow =
        Scripts.WEB_AND_POWER.replace(
            "constraints:",
            """
              - primitive: slow
                agent: ocf:test:service
                parameters: {slow: 180}
                operations: {start: {timeout: 200s}}
            constraints:
              - {locate: slow, on: a, score: 50}""");
    ring.configure(slow);
    ring.until("the slow one starts", () -> ring.calls().contains("start slow a"));
    ring.kill("web", "a");
    ring.until("web is restarted", () -> ring.runs("web", "a"));
    assertFalse(ring.said("start of slow on a done"));
    ring.configure(Scripts.WEB_AND_POWER);
    ring.until("it is stopped", () -> ring.calls().contains("stop slow a"));
    ring.until("that is known", () -> ring.said("stop of slow on a done"));
    ring.until("its process is gone", () -> !sleeps(180));
    assertTrue(ring.runs("web", "a"));
  }

  @Test
  void aMemberWithoutALeaderTellsWhatItKnows() throws Exception {
    ring.breakFencing();
    ring.kill("a");
    ring.until("nobody leads", () -> ring.status().contains("Coordinator: none"));
    assertTrue(ring.status().contains("1 of 2 votes"), ring::status);
    String json = ring.ask("status", Map.of("as", "json")).text();
    assertFalse(json.contains("\"coordinator\""), json);
    assertTrue(json.contains("\"present\" : 1"), json);
    assertTrue(json.contains("\"quorate\" : false"), json);
    ring.until("a is given up", () -> ring.status().contains("Node a: UNCLEAN (offline)"));
    Letter.Answer refused = ring.ask("config-index", Map.of());
    assertEquals(69, refused.exit(), refused::text);
  }

  /** Whether a program of that name and argument runs: a service that takes long to start. */
  private static boolean sleeps(int seconds) {
    return ProcessHandle.current()
        .descendants()
        .anyMatch(
            process ->
                process
                    .info()
                    .commandLine()
                    .filter(line -> line.endsWith("sleep " + seconds))
                    .isPresent());
  }
}
