package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.live.Letter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tools of agents can do on a member and on a node that is none. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToolsOnNodesTest {
  private static final String CLUSTER =
      """
      cluster: ring
      nodes: {a: {}, agent1: {attributes: {rack: r1}}}
      options: {fencing-enabled: false}
      """;

  private record Ended(int exit, String text) {}

  @TempDir static Path folder;
  private Ring ring;

  @BeforeAll
  void start() throws Exception {
    ring = new Ring(folder, "a", "agent1");
    ring.start("a", "agent1").configure(CLUSTER);
    ring.until("both are there", () -> run("agent1", "crm_node -p").text.equals("a agent1"));
  }

  @AfterAll
  void close() throws Exception {
    ring.close();
  }

  private static Ended run(String node, String line) throws IOException, InterruptedException {
    String[] command = line.split(" ");
    command[0] =
        folder.resolve("data-" + node).resolve("agents/bin").resolve(command[0]).toString();
    Process process = new ProcessBuilder(Arrays.asList(command)).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), text.strip());
  }

  private String shown(String node) throws IOException {
    return ring.ask("attribute-show", Map.of("node", node)).text();
  }

  private long written() {
    return ring.daemon("a").member().books().page().saved().index();
  }

  @ParameterizedTest
  @CsvSource({"a, a", "agent1, agent1", "a, agent1"})
  void attributesAreSetReadAndDeleted(String from, String about) throws Exception {
    String node = from.equals(about) ? "" : " -N " + about;
    for (String lifetime : new String[] {"reboot", "forever"}) {
      String attribute = "crm_attribute -n disk -l " + lifetime + node;
      assertEquals(new Ended(0, ""), run(from, attribute + " -v ok"));
      assertTrue(shown(about).contains("disk=ok"), shown(about));
      assertEquals(new Ended(0, "ok"), run(from, attribute + " -G -q"));
      assertEquals(new Ended(0, ""), run(from, attribute + " -D"));
      assertEquals(
          new Ended(105, "crm_attribute: `disk` has no value"), run(from, attribute + " -G -q"));
      assertEquals(new Ended(0, ""), run(from, attribute + " -D"), "what is gone may go again");
    }
  }

  @Test
  void whoHasNoPatienceWithAnAgentIsNotKeptWaiting() throws Exception {
    assertEquals(new Ended(0, ""), run("agent1", "attrd_updater -n pingd -v 100 -d 1s"));
    ring.until("it counts", () -> shown("agent1").contains("pingd=100 (transient)"));
    assertEquals(
        new Ended(0, "name=\"pingd\" host=\"agent1\" value=\"100\""),
        run("agent1", "attrd_updater -n pingd -Q"));
  }

  @ParameterizedTest
  @CsvSource({"reboot", "forever"})
  void whatIsSoAlreadyIsNotWrittenDownAgain(String lifetime) throws Exception {
    String set = "crm_attribute -n same -v 1 -l " + lifetime;
    assertEquals(0, run("a", set).exit);
    ring.until("it is written down", () -> shown("a").contains("same=1"));
    ring.until("nothing is under way", ring::rests);
    long before = written();
    assertEquals(0, run("a", set).exit);
    assertEquals(0, run("a", set).exit);
    assertEquals(before, written());
  }

  @Test
  void anOptionIsFoundUnderTheNameThatItHadOnce() throws Exception {
    String query = "crm_attribute -t crm_config -n stonith-enabled -G -q";
    assertEquals(new Ended(0, "false"), run("agent1", query));
    String unset = "crm_attribute -t crm_config -n no-quorum-policy -G -q -d stop";
    assertEquals(new Ended(0, "stop"), run("agent1", unset));
  }

  @Test
  void aMemberKeepsWhatIsKnownOfAClusterOfReplicas() throws Exception {
    assertEquals(0, run("a", "crm_attribute -t crm_config -n r_REPL_INFO -s r -v b|5").exit);
    ring.until(
        "it is written down",
        () -> run("agent1", "crm_attribute -t crm_config -n r_REPL_INFO -Gq").text.equals("b|5"));
  }

  @Test
  void nodesKnowTheirNamesAndTheQuorum() throws Exception {
    assertEquals(new Ended(0, "agent1"), run("agent1", "crm_node -n"));
    assertEquals(new Ended(0, "a"), run("a", "crm_node -n"));
    assertEquals(new Ended(0, "1"), run("agent1", "crm_node -q"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      textBlock =
          """
          crm_attribute -N a -l reboot -n x -v 1 ! 1 ! `agent1` is no member: expected a change of its own attributes
          crm_attribute -N a -l forever -n x -D ! 1 ! `agent1` is no member: expected a change of its own attributes
          crm_attribute -t crm_config -n maintenance-mode -v true ! 1 ! `agent1` is no member: expected a change of its own attributes
          crm_attribute -N c -l reboot -n x -G ! 105 ! `c` is no node: expected one of a, agent1
          crm_attribute -l forever -n rack -D ! 65 ! `rack` stands in the configuration's file: expected what a command has set
          attrd_updater -n x -v 1 -d 1h ! 65 ! a dampening of `3600000 ms`: expected 0 to 30 s
          crm_attribute -N ../a -n x -G ! 105 ! `../a` is no node: expected one of a, agent1
          """)
  void whatMayNotBeIsRefusedWithoutEffect(String line, int exit, String why) throws Exception {
    ring.until("nothing is under way", ring::rests);
    long before = written();
    Ended ended = run("agent1", line);
    assertEquals(exit, ended.exit, ended.text);
    assertTrue(ended.text.contains(why), ended.text);
    assertEquals(before, written());
  }

  /** What comes over the network was not read by the folder's reader. */
  @ParameterizedTest
  @ValueSource(strings = {"two words", "", "x\ny", "\u0000", "LONG"})
  void aHostileNameIsRefusedByTheLeader(String name) throws Exception {
    ring.until("nothing is under way", ring::rests);
    long before = written();
    Map<String, String> words =
        Map.of(
            "do", "set",
            "scope", "transient",
            "node", "agent1",
            "name", name.equals("LONG") ? "x".repeat(256) : name,
            "value", "1");
    assertEquals(65, ring.ask("agent", words).exit());
    assertEquals(before, written());
  }

  @Test
  void aHostileValueIsRefusedByTheLeader() throws Exception {
    for (String value : new String[] {"x".repeat(20_000), "1\n2"}) {
      Map<String, String> words =
          Map.of("do", "set", "scope", "permanent", "node", "agent1", "name", "x", "value", value);
      Letter.Answer refused = ring.ask("agent", words);
      assertEquals(
          "65 the value is to have 16384 letters at most, in one line",
          refused.exit() + " " + refused.text());
    }
  }
}
