package dev.drover.agent.compose;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.Outcome;
import dev.drover.agent.ResourceAgent;
import dev.drover.agent.process.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Projects of Compose: {@code compose:NAME}, where NAME is the engine, {@code docker} or {@code
 * podman}, or else the project.
 *
 * <p>Parameters: {@code project_directory} or {@code file}, absolute; {@code project}, the
 * project's name where NAME is not it, and the resource's name where neither is given; {@code
 * services}, those that matter, by default all of the file; {@code runtime}, {@code docker} or
 * {@code podman}, by default {@code docker}. A service that ends after its work, as one that
 * prepares a volume, is left out of {@code services}.
 *
 * <p>{@code start} waits until all services run and are healthy, after it has seen to it that the
 * engine itself restarts none: see {@link Starting}. {@code stop} removes the containers; each may
 * take half of the timeout to end before it is killed, so that some that depend on one another can
 * be stopped in turn. {@code monitor} and {@code status} are rc 0 where every service has its
 * containers and all are well, rc 7 where none is active, else rc 1 with a reason that names the
 * container. Where the file is not on this machine, a project is found by the labels of its
 * containers, and only a start is rc 5 with status 7 (not installed), as everything is where there
 * is no engine. Needs Compose 2.1.1, and 2.19 to stop some {@code services} only.
 */
public final class ComposeAgent implements ResourceAgent {
  /** Where engines are on most machines. */
  public static final List<Path> USUAL_FOLDERS =
      List.of(
          Path.of("/usr/local/sbin"),
          Path.of("/usr/local/bin"),
          Path.of("/usr/sbin"),
          Path.of("/usr/bin"),
          Path.of("/sbin"),
          Path.of("/bin"));

  private final Engine engine;
  private final ContainerList containers;

  /**
   * Projects of the engines on this machine.
   *
   * @param folders where the engines' programs are looked for, absolute
   */
  public ComposeAgent(List<Path> folders, Processes processes, ContainerList containers) {
    this.engine = new Engine(folders, processes);
    this.containers = containers;
  }

  @Override
  public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
    Project project;
    try {
      project = Project.of(call);
    } catch (IllegalArgumentException e) {
      return answer(
          Outcome.notConfigured("`%s`: %s".formatted(call.agent(), e.getMessage())), whenEnded);
    }
    Path program = engine.program(project.runtime());
    if (program == null) {
      return answer(
          Outcome.notInstalled(
              "there is no program `%s` in %s".formatted(project.runtime(), engine.places())),
          whenEnded);
    }
    boolean isThere = Files.exists(project.needed());
    Commands commands = new Commands(engine, program, call, whenEnded);
    switch (call.task()) {
      case "start" -> {
        if (!isThere) {
          return answer(
              Outcome.notInstalled("there is no `%s`".formatted(project.needed())), whenEnded);
        }
        new Starting(project, commands).begin();
      }
      case "stop" ->
          commands.run(
              with(
                  isThere ? project.byFile() : project.byName(),
                  List.of("down", "--timeout", grace(call.timeout())),
                  project.services()),
              printed -> Outcome.done(Outcome.RC_OK, "", commands.took()));
      case "monitor", "status" ->
          commands.run(
              with(project.byName(), List.of("ps", "--all", "--format", "json"), List.of()),
              printed -> listed(project, isThere, commands, printed));
      default -> {
        return answer(
            Outcome.notSupported("projects of Compose do not know `%s`".formatted(call.task())),
            whenEnded);
      }
    }
    return commands;
  }

  private @Nullable AgentResult listed(
      Project project, boolean isThere, Commands commands, String printed) {
    List<Container> listed;
    try {
      listed = containers.read(printed);
    } catch (IllegalArgumentException e) {
      return Outcome.error(
          "`%s compose ps` cannot be read: %s".formatted(project.runtime(), e.getMessage()),
          commands.took());
    }
    if (!project.services().isEmpty()
        || !isThere
        || Health.nothingRuns(project.services(), listed)) {
      return judged(project.services(), listed, commands);
    }
    commands.run(
        with(project.byFile(), List.of("config", "--services"), List.of()),
        services -> judged(services.lines().map(String::strip).toList(), listed, commands));
    return null;
  }

  private static AgentResult judged(
      List<String> wanted, List<Container> listed, Commands commands) {
    Health health = Health.judge(wanted, listed);
    return Outcome.done(health.rc(), health.reason(), commands.took());
  }

  static List<String> with(List<String> beginning, List<String> command, List<String> services) {
    List<String> all = new ArrayList<>(beginning);
    all.addAll(command);
    all.addAll(services);
    return all;
  }

  private static String grace(Duration timeout) {
    return Long.toString(Math.max(1, timeout.toSeconds() / 2));
  }

  private static Running answer(AgentResult result, Consumer<AgentResult> whenEnded) {
    whenEnded.accept(result);
    return () -> {};
  }
}
