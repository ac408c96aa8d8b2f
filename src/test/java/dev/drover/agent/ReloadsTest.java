package dev.drover.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.drover.agent.process.Ended;
import dev.drover.agent.process.Processes;
import dev.drover.agent.process.Program;
import dev.drover.agent.process.Shell;
import dev.drover.execute.ActionResult;
import dev.drover.execute.Unreloadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an agent is asked how it reloads, and what is done with the answer. */
class ReloadsTest {
  private static final Unreloadable PORT = new Unreloadable(List.of("port"));

  @TempDir Path root;

  /** What was begun and has not ended: the argument with who is told of the end. */
  private final List<Run> runs = new ArrayList<>();

  private final List<AgentResult> results = new ArrayList<>();

  /** What people are told. */
  private final List<String> told = new ArrayList<>();

  private final KnownReloads known = new KnownReloads(this::start, ReloadsTest::reload, told::add);

  private Path file;
  private OcfAgent agent;

  private record Run(Program program, Consumer<Ended> told) {
    private String task() {
      return program.command().get(1);
    }
  }

  @BeforeEach
  void install() {
    file = Shell.executable(root.resolve("resource.d/test/thing"), "#!/bin/sh\n");
    agent = new OcfAgent(root, null, this::start, known);
  }

  /** The agent's metadata are the task of its reload. */
  private static Optional<Reload> reload(String agent, String text)
      throws UnusableMetadataException {
    if (text.equals("usage")) {
      throw new UnusableMetadataException("metadata of " + agent + ": found `usage`, expected XML");
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(new Reload(text.strip(), PORT));
  }

  private Processes.Child start(Program program, Consumer<Ended> whenEnded) {
    Run run = new Run(program, whenEnded);
    runs.add(run);
    return () -> {
      if (runs.remove(run)) {
        whenEnded.accept(new Ended(Ended.How.CANCELLED, -1, "", "", Duration.ZERO));
      }
    };
  }

  private ResourceAgent.Running begin(String task) {
    return agent.begin(Calls.of(Calls.OCF, task), results::add);
  }

  private List<String> running() {
    return runs.stream().map(Run::task).toList();
  }

  private void end(String task, Ended.How how, int code, String output) {
    Run run = runs.stream().filter(each -> each.task().equals(task)).findFirst().orElseThrow();
    runs.remove(run);
    run.told().accept(new Ended(how, code, output, "", Duration.ZERO));
  }

  private void end(String task, int code) {
    end(task, Ended.How.EXITED, code, "");
  }

  private void describe(String output) {
    end("meta-data", Ended.How.EXITED, 0, output);
  }

  private AgentResult result() {
    assertEquals(1, results.size(), results::toString);
    return results.remove(0);
  }

  @Test
  void whatTheAgentSaysGoesWithTheResult() {
    begin("start");
    assertEquals(List.of("meta-data", "start"), running(), "neither waits for the other");
    describe("reload-agent");
    assertEquals(List.of(), results);
    end("start", 0);
    AgentResult started = result();
    assertEquals(PORT, started.unreloadable());
    assertEquals(ActionResult.exited(0), started.outcome());
  }

  @Test
  void anAgentIsAskedOnceForEachVersionOfItsFile() throws IOException {
    begin("monitor");
    begin("start");
    assertEquals(List.of("meta-data", "monitor", "start"), running());
    describe("reload-agent");
    end("monitor", 7);
    end("start", 0);
    results.clear();
    begin("promote");
    assertEquals(List.of("promote"), running());
    end("promote", 0);
    assertEquals(PORT, result().unreloadable());
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    begin("start");
    assertEquals(List.of("meta-data", "start"), running());
    describe("");
    end("start", 0);
    assertNull(result().unreloadable(), "the agent cannot reload any more");
  }

  @Test
  void theAgentIsAskedAboutItselfAndNothingElse() {
    begin("start");
    Program asked = runs.get(0).program();
    Map<String, String> environment = asked.environment();
    assertEquals(List.of(file.toString(), "meta-data"), asked.command());
    assertEquals(KnownReloads.PATIENCE, asked.timeout());
    assertEquals("thing", environment.get("OCF_RESOURCE_INSTANCE"));
    assertFalse(environment.containsKey("DROVER_RESOURCE"), environment::toString);
  }

  @Test
  void operationsThatGiveAServiceNothingAskNothing() {
    for (String task : List.of("stop", "notify", "migrate_to", "validate-all", "meta-data")) {
      begin(task);
      assertEquals(List.of(task), running());
      end(task, 0);
      assertNull(result().unreloadable(), task);
    }
    AgentCall monitor =
        new AgentCall(
            Calls.OCF, "web", "monitor", Duration.ofSeconds(10), Shell.LONG, Map.of(), Map.of());
    agent.begin(monitor, results::add);
    assertEquals(List.of("monitor"), running(), "what recurs cannot be reloaded");
  }

  @Test
  void aResultThatIsNotWellWaitsForNothing() {
    begin("start");
    end("start", 1);
    assertEquals(ActionResult.exited(1), result().outcome());
  }

  @Test
  void aWellResultWaitsForTheAnswerUntilItIsCancelled() {
    ResourceAgent.Running start = begin("start");
    end("start", 0);
    assertEquals(List.of(), results);
    start.cancel();
    AgentResult started = result();
    assertEquals(ActionResult.exited(0), started.outcome());
    assertNull(started.unreloadable());
    describe("reload-agent");
    assertEquals(List.of(), results);
  }

  @Test
  void whoDidNotAnswerIsAskedAgainButNotWaitedFor() {
    begin("start");
    end("start", 0);
    end("meta-data", Ended.How.TIMED_OUT, -1, "reload-agent");
    assertNull(result().unreloadable());
    begin("promote");
    assertEquals(List.of("meta-data", "promote"), running());
    end("promote", 0);
    assertNull(result().unreloadable());
    begin("demote");
    assertEquals(List.of("meta-data", "demote"), running(), "one question at a time");
    describe("reload-agent");
    end("demote", 0);
    assertNull(result().unreloadable(), "it was not known when that began");
    begin("promote");
    end("promote", 0);
    assertEquals(PORT, result().unreloadable());
  }

  private List<String> told() {
    List<String> lines = List.copyOf(told);
    told.clear();
    return lines;
  }

  private String line(String problem) {
    return "metadata of ocf:test:thing: "
        + problem
        + ": resources of `ocf:test:thing` are not reloaded but restarted when parameters change."
        + " Maybe run `"
        + file
        + " meta-data`";
  }

  @Test
  void peopleAreToldOnceOfEachVersionThatSaysNothingOfUse() throws IOException {
    begin("start");
    describe("usage");
    assertEquals(List.of(line("found `usage`, expected XML")), told());
    begin("promote");
    assertEquals(List.of(), told());
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    begin("start");
    end("meta-data", 3);
    assertEquals(List.of(line("found the exit code `3`, expected `0`")), told());
  }

  @Test
  void whoDoesNotAnswerIsToldOfOnceHoweverOftenItIsAsked() {
    begin("start");
    end("meta-data", Ended.How.TIMED_OUT, -1, "");
    assertEquals(List.of(line("found no end within 5 s")), told());
    begin("promote");
    end("meta-data", Ended.How.TIMED_OUT, -1, "");
    assertEquals(List.of(), told());
  }

  @Test
  void whoCannotReloadOrIsNotAskedToTheEndIsNotToldOf() throws IOException {
    begin("start");
    describe("");
    assertEquals(List.of(), told());
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
    begin("start");
    end("meta-data", Ended.How.CANCELLED, -1, "");
    assertEquals(List.of(), told());
  }

  @Test
  void anAgentWithoutMetadataCannotReload() {
    begin("start");
    end("meta-data", 3);
    end("start", 0);
    assertNull(result().unreloadable());
    begin("promote");
    assertEquals(List.of("promote"), running());
  }

  @Test
  void aReloadIsCalledAsTheAgentKnowsIt() {
    begin("reload-agent");
    assertEquals(List.of("meta-data"), running());
    describe("reload");
    assertEquals(List.of("reload"), running());
    assertEquals("reload", runs.get(0).program().environment().get("OCF_RESKEY_CRM_meta_name"));
    end("reload", 0);
    assertEquals(PORT, result().unreloadable());
  }

  @Test
  void aReloadOfWhichNothingIsKnownIsCalledAsOcfDoesNow() {
    begin("reload-agent");
    end("meta-data", Ended.How.NOT_STARTED, -1, "");
    assertEquals(List.of("reload-agent"), running());
    end("reload-agent", 3);
    assertEquals(ActionResult.exited(3), result().outcome());
  }

  @Test
  void aReloadThatIsCancelledBeforeItBeganNeverBegins() {
    ResourceAgent.Running reload = begin("reload-agent");
    reload.cancel();
    reload.cancel();
    assertEquals(ActionResult.CANCELLED, result().outcome().status());
    describe("reload-agent");
    assertEquals(List.of(), running());
    assertEquals(List.of(), results);
  }

  @Test
  void aReloadThatHasBegunIsCancelledAsAnyOperation() {
    ResourceAgent.Running reload = begin("reload-agent");
    describe("reload-agent");
    reload.cancel();
    assertEquals(ActionResult.CANCELLED, result().outcome().status());
    assertEquals(List.of(), running());
  }

  @Test
  void aMissingAgentIsAskedNothing() throws IOException {
    Files.delete(file);
    begin("start");
    assertEquals(List.of(), running());
    assertEquals(5, result().outcome().rc());
  }

  @Test
  void aMachinesAgentsAreAskedByThemselves() {
    Shell.executable(
        file,
        """
        #!/bin/sh
        case "$1" in
          meta-data) echo reload-agent ;;
          *) exit 0 ;;
        esac
        """);
    try (LocalAgents machine =
        new LocalAgents(
            root,
            null,
            root,
            output -> List.of(),
            (agent, text) -> Optional.of(new Reload(text.strip(), PORT)),
            told::add,
            Shell.LIMITS)) {
      CompletableFuture<AgentResult> started = new CompletableFuture<>();
      machine.begin(Calls.of(Calls.OCF, "start"), started::complete);
      assertEquals(PORT, Shell.soon(started).unreloadable());
    }
  }
}
