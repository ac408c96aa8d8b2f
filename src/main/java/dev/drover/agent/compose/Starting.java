package dev.drover.agent.compose;

import dev.drover.agent.AgentResult;
import dev.drover.agent.Outcome;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts a project whose containers nobody else starts: one whose restart policy says otherwise
 * would come up with the engine after the machine was fenced, and so run here and elsewhere.
 *
 * <p>So the containers are made first, then those with a restart policy lose it, and only then they
 * are started. Where that cannot be done nothing is started.
 */
final class Starting {
  /** What engines call the policy under which they restart nothing. */
  private static final Set<String> NEVER = Set.of("", "no");

  private final Project project;
  private final Commands commands;

  Starting(Project project, Commands commands) {
    this.project = project;
    this.commands = commands;
  }

  void begin() {
    commands.run(
        ComposeAgent.with(project.byFile(), List.of("up", "--no-start"), project.services()),
        printed -> list());
  }

  private @Nullable AgentResult list() {
    commands.run(
        ComposeAgent.with(project.byName(), List.of("ps", "--all", "--quiet"), List.of()),
        printed -> inspect(words(printed)));
    return null;
  }

  private @Nullable AgentResult inspect(List<String> containers) {
    if (containers.isEmpty()) {
      return Outcome.done(
          Outcome.RC_GENERIC,
          "`%s compose up --no-start` made no container of the project `%s`"
              .formatted(project.runtime(), project.name()),
          commands.took());
    }
    commands.run(
        ComposeAgent.with(
            List.of("inspect", "--format", "{{.Id}}={{.HostConfig.RestartPolicy.Name}}"),
            List.of(),
            containers),
        printed -> dissuade(restarted(printed)));
    return null;
  }

  /** The containers that the engine would start. */
  private static List<String> restarted(String printed) {
    return words(printed).stream()
        .map(line -> line.split("=", 2))
        .filter(parts -> parts.length < 2 || !NEVER.contains(parts[1]))
        .map(parts -> parts[0])
        .toList();
  }

  private @Nullable AgentResult dissuade(List<String> containers) {
    if (containers.isEmpty()) {
      return start();
    }
    commands.run(
        ComposeAgent.with(List.of("update", "--restart=no"), List.of(), containers),
        printed -> start(),
        "the engine would start it again by itself, also after this machine was fenced."
            + " Maybe write `restart: \"no\"` for its services");
    return null;
  }

  private @Nullable AgentResult start() {
    commands.run(
        ComposeAgent.with(
            project.byFile(), List.of("up", "--detach", "--wait"), project.services()),
        printed -> Outcome.done(Outcome.RC_OK, "", commands.took()));
    return null;
  }

  private static List<String> words(String printed) {
    return printed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
