package dev.drover.agent.fence;

import dev.drover.agent.process.Processes;
import dev.drover.agent.process.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fence agents that are programs {@code fence_X}, as the fence-agents package installs them.
 *
 * <p>The action and all parameters are written to standard input, never into arguments, which
 * everybody on the machine could read. Exit code 0 is success; for a status 2 means off.
 */
public final class FenceProgram implements FenceAgent {
  /** Where distributions install fence agents. */
  public static final List<Path> FOLDERS = List.of(Path.of("/usr/sbin"));

  private static final Pattern NAME = Pattern.compile("fence_[A-Za-z0-9_.+-]{1,64}");

  private final List<Path> folders;
  private final Processes processes;

  /**
   * Agents in folders; the first that has one counts.
   *
   * @param folders absolute
   * @param processes best those of a supervisor of its own: fencing must not wait until other
   *     programs have ended, and its timeouts begin when an agent does
   */
  public FenceProgram(List<Path> folders, Processes processes) {
    this.folders = List.copyOf(folders);
    this.processes = processes;
  }

  @Override
  public CompletableFuture<FenceOutcome> run(FenceCall call) {
    if (!NAME.matcher(call.agent()).matches()) {
      return answer("`%s` is no fence agent: expected a name `fence_…`".formatted(call.agent()));
    }
    String problem = Input.problem(call);
    if (problem != null) {
      return answer(problem);
    }
    List<Path> found =
        folders.stream()
            .map(folder -> folder.resolve(call.agent()))
            .filter(Files::isRegularFile)
            .toList();
    if (found.isEmpty()) {
      String places = folders.stream().map(Path::toString).collect(Collectors.joining("`, `"));
      return answer("`%s` is not installed: not in `%s`".formatted(call.agent(), places));
    }
    Program program =
        new Program(
            List.of(found.get(0).toString()),
            Map.of("PATH", Program.PATH),
            Input.of(call),
            call.timeout());
    CompletableFuture<FenceOutcome> outcome = new CompletableFuture<>();
    processes.start(program, ended -> outcome.complete(Reasons.outcome(call, ended)));
    return outcome;
  }

  private static CompletableFuture<FenceOutcome> answer(String reason) {
    return CompletableFuture.completedFuture(FenceOutcome.notStarted(reason));
  }
}
