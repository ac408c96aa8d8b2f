package dev.drover.agent;

import dev.drover.agent.process.Processes;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Resource agents of OCF 1.1: executable files {@code ROOT/resource.d/PROVIDER/TYPE}.
 *
 * <p>The task is the argument, everything else is in the environment. An exit code is passed on as
 * it is, with the reason that the agent wrote to standard error after {@code ocf-exit-reason:}. A
 * missing file is rc 5 with status 7 (not installed); one that may not be run is rc 4 with status 4
 * (error); an overrun timeout is rc 1 with status 2.
 */
public final class OcfAgent implements ResourceAgent {
  private final Path root;
  private final @Nullable Path tools;
  private final Script scripts;

  /**
   * Agents below a folder.
   *
   * @param root absolute; {@code /usr/lib/ocf} on most machines
   * @param tools the folder of the programs by which agents ask the cluster; null where there is no
   *     cluster to ask
   */
  public OcfAgent(Path root, @Nullable Path tools, Processes processes) {
    this.root = root;
    this.tools = tools;
    this.scripts = new Script(processes);
  }

  @Override
  public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
    String provider = call.agent().provider();
    Path file =
        provider == null
            ? null
            : Script.below(root.resolve("resource.d"), provider, call.agent().type());
    if (file == null) {
      return Script.answer(
          Outcome.notInstalled(
              "`%s` is no agent's name: expected `ocf:PROVIDER:TYPE`".formatted(call.agent())),
          whenEnded);
    }
    return scripts.run(
        file,
        call.task(),
        call,
        Environment.of(root, tools, call),
        ended -> Outcome.of(call, ended),
        whenEnded);
  }
}
