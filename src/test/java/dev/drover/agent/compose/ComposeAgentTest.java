package dev.drover.agent.compose;

import static dev.drover.agent.compose.FakeDocker.container;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.ResourceAgent.Running;
import dev.drover.agent.process.Shell;
import dev.drover.agent.process.Supervisor;
import dev.drover.execute.ActionResult;
import dev.drover.model.Agent;
import dev.drover.text.compose.ContainerReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How Compose is called and what its answers mean, with a program in docker's place. */
class ComposeAgentTest {
  private static final String OK = container("web", "running", "healthy");
  private static final String INSPECT =
      "inspect --format {{.Id}}={{.HostConfig.RestartPolicy.Name}} ";
  private static final String BARE = container("db", "running", "");

  @TempDir Path folder;

  private final Supervisor supervisor = new Supervisor(Shell.LIMITS);
  private final Map<String, String> parameters = new TreeMap<>();
  private FakeDocker docker;
  private Path file;

  @BeforeEach
  void install() throws IOException {
    docker = new FakeDocker(folder).hasServices("web", "db");
    file = Files.writeString(folder.resolve("compose.yaml"), "services: {}\n");
    parameters.put("file", file.toString());
  }

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void projectIsStartedWatchedAndStopped() throws IOException {
    docker.listsAfterUp(OK, BARE);
    assertEquals(ActionResult.exited(7), run("monitor"));
    assertEquals(ActionResult.exited(0), run("start"));
    assertEquals(ActionResult.exited(0), run("monitor"));
    assertEquals(ActionResult.exited(0), run("stop"));
    assertEquals(ActionResult.exited(7), run("status"));
    String ps = "compose -p p ps --all --format json";
    String byFile = "compose -f " + file + " -p p ";
    assertEquals(
        List.of(
            ps,
            byFile + "up --no-start",
            "compose -p p ps --all --quiet",
            INSPECT + "1",
            byFile + "up --detach --wait",
            ps,
            byFile + "config --services",
            byFile + "down --timeout 30",
            ps),
        docker.calls());
  }

  @Test
  void folderAndServicesArePassedOn() throws IOException {
    parameters.clear();
    parameters.putAll(Map.of("project_directory", folder.toString(), "services", "web, db"));
    docker.listsAfterUp(OK, BARE);
    run("start");
    run("stop");
    String beginning = "compose --project-directory " + folder + " -p p ";
    assertEquals(
        List.of(
            beginning + "up --no-start web db",
            "compose -p p ps --all --quiet",
            INSPECT + "1",
            beginning + "up --detach --wait web db",
            beginning + "down --timeout 30 web db"),
        docker.calls());
  }

  @Test
  void whatTheEngineWouldRestartIsNotRestartedOnceItIsStarted() throws IOException {
    docker.makes("1=no", "2=always", "3=unless-stopped", "4=on-failure", "5=");
    assertEquals(ActionResult.exited(0), run("start"));
    List<String> calls = docker.calls();
    assertEquals("update --restart=no 2 3 4", calls.get(calls.size() - 2));
    assertTrue(calls.get(calls.size() - 1).endsWith("up --detach --wait"), calls.toString());
  }

  @Test
  void whatTheEngineWouldRestartAllTheSameIsNotStarted() throws IOException {
    docker.makes("1=always").cannotUpdate();
    ActionResult outcome = run("start");
    assertEquals(1, outcome.rc());
    assertTrue(
        outcome
            .exitReason()
            .endsWith(
                "docker update --restart=no 1` ended with 125: Error: unknown flag: --restart: the"
                    + " engine would start it again by itself, also after this machine was fenced."
                    + " Maybe write `restart: \"no\"` for its services"),
        outcome.exitReason());
    assertTrue(docker.calls().stream().noneMatch(call -> call.contains("--detach")));
  }

  @Test
  void aStartThatMakesNothingSaysSo() throws IOException {
    docker.makes();
    assertEquals(
        new ActionResult(
            0, 1, "`docker compose up --no-start` made no container of the project `p`"),
        run("start"));
  }

  @ParameterizedTest
  @CsvSource({
    "exited,'',exited",
    "dead,'',dead",
    "restarting,'',restarting",
    "paused,'',paused",
    "running,unhealthy,unhealthy"
  })
  void oneThatIsNotWellAmongOthersIsNamed(String state, String health, String told)
      throws IOException {
    docker.lists(OK, container("db", state, health));
    assertEquals(new ActionResult(0, 1, "container `p-db-1` is `" + told + "`"), run("monitor"));
  }

  @Test
  void serviceWithoutAContainerIsNamed() throws IOException {
    docker.lists(OK);
    assertEquals(new ActionResult(0, 1, "service `db` has no container"), run("monitor"));
  }

  @Test
  void othersThanTheServicesThatMatterDoNotMatter() throws IOException {
    parameters.put("services", "web");
    docker.lists(OK, container("db", "exited", ""));
    assertEquals(ActionResult.exited(0), run("monitor"));
    docker.lists(container("web", "exited", ""), BARE);
    assertEquals(ActionResult.exited(7), run("monitor"));
  }

  @Test
  void containersThatAllEndedDoNotRun() throws IOException {
    docker.lists(container("web", "exited", ""), container("db", "created", ""));
    assertEquals(ActionResult.exited(7), run("monitor"));
  }

  @Test
  void containerThatIsNotYetHealthyIsWell() throws IOException {
    docker.lists(container("web", "running", "starting"), BARE);
    assertEquals(ActionResult.exited(0), run("monitor"));
  }

  @Test
  void withoutTheFileTheProjectIsFoundByItsName() throws IOException {
    Files.delete(file);
    docker.lists(OK);
    assertEquals(ActionResult.exited(0), run("monitor"));
    assertEquals(ActionResult.exited(0), run("stop"));
    assertEquals(ActionResult.exited(7), run("monitor"));
    assertEquals(new ActionResult(7, 5, "there is no `" + file + "`"), run("start"));
    assertEquals("compose -p p down --timeout 30", docker.calls().get(1));
  }

  @Test
  void lastLineOfTheErrorsIsTheReason() throws IOException {
    docker.does("echo 'Container p-web-1 Starting' >&2; echo 'port is taken' >&2; exit 18");
    ActionResult outcome = run("start");
    assertEquals(1, outcome.rc());
    assertTrue(outcome.exitReason().endsWith("ended with 18: port is taken"), outcome.toString());
  }

  @Test
  void overrunTimeoutIsATimeout() throws IOException {
    docker.does("sleep 600");
    assertEquals(
        new ActionResult(2, 1, "start did not complete within 300 ms"),
        run("p", "start", Duration.ofMillis(300)));
  }

  @Test
  void cancelledOperationSaysSo() throws IOException {
    docker.does("sleep 600");
    CompletableFuture<AgentResult> result = new CompletableFuture<>();
    Running start = agent().begin(call("p", "start", Shell.LONG), result::complete);
    start.cancel();
    assertEquals(new ActionResult(1, 1, "start was cancelled"), Shell.soon(result).outcome());
  }

  @Test
  void listThatCannotBeReadIsAnError() throws IOException {
    docker.lists("no configuration file provided");
    ActionResult outcome = run("monitor");
    assertEquals(4, outcome.status());
    assertTrue(
        outcome.exitReason().startsWith("`docker compose ps` cannot be read: expected a list"),
        outcome.exitReason());
  }

  @Test
  void engineThatIsNotThereIsNotInstalled() {
    String reason = "there is no program `podman` in `" + folder + "`, `/usr/bin`, `/bin`";
    parameters.put("runtime", "podman");
    assertEquals(new ActionResult(7, 5, reason), run("monitor"));
  }

  @Test
  void nameMayBeTheEngineAndThenTheResourceIsTheProject() throws IOException {
    run("docker", "monitor", Shell.LONG);
    assertEquals(List.of("compose -p shop-0 ps --all --format json"), docker.calls());
  }

  @ParameterizedTest
  @CsvSource({
    "file,compose.yaml,found `compose.yaml`",
    "project,Über,found `Über`",
    "runtime,lxc,found `lxc`",
    "services,--rm,found `--rm`",
    "projekt,p,found `projekt`"
  })
  void parametersThatCannotBeMeantAreNotConfigured(String name, String value, String found) {
    parameters.put(name, value);
    ActionResult outcome = run("start");
    assertEquals(6, outcome.rc());
    assertTrue(outcome.exitReason().startsWith("`compose:p`: " + found), outcome.exitReason());
  }

  @Test
  void otherTasksAreNotSupported() {
    assertEquals(
        new ActionResult(3, 3, "projects of Compose do not know `promote`"), run("promote"));
  }

  private ActionResult run(String task) {
    return run("p", task, Shell.LONG);
  }

  private ActionResult run(String type, String task, Duration timeout) {
    CompletableFuture<AgentResult> result = new CompletableFuture<>();
    agent().begin(call(type, task, timeout), result::complete);
    return Shell.soon(result).outcome();
  }

  private ComposeAgent agent() {
    List<Path> folders = new ArrayList<>(List.of(folder, Path.of("/usr/bin"), Path.of("/bin")));
    return new ComposeAgent(folders, supervisor, new ContainerReader());
  }

  private AgentCall call(String type, String task, Duration timeout) {
    Agent agent = new Agent("compose", null, type);
    return new AgentCall(agent, "shop:0", task, Duration.ZERO, timeout, parameters, Map.of());
  }
}
