package dev.drover.agent;

import dev.drover.agent.compose.ComposeAgent;
import dev.drover.agent.compose.ContainerList;
import dev.drover.agent.process.Limits;
import dev.drover.agent.process.Supervisor;
import dev.drover.agent.systemd.SystemdAgent;
import dev.drover.execute.ActionResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The agents of this machine, of every standard that can be run. */
public final class LocalAgents implements ResourceAgent, AutoCloseable {
  /** Where Debian and Red Hat keep OCF agents, unless {@code OCF_ROOT} says otherwise. */
  public static final Path OCF_ROOT = Path.of("/usr/lib/ocf");

  /** Where LSB keeps init scripts. */
  public static final Path INIT_SCRIPTS = Path.of("/etc/init.d");

  private static final int NOT_SUPPORTED = 3;

  private final Supervisor supervisor;
  private final SystemdAgent units;
  private final Map<String, ResourceAgent> byStandard;

  /**
   * Agents that are looked for in the given folders.
   *
   * @param ocfRoot the folder that has {@code resource.d}
   * @param tools the folder of the programs by which OCF agents ask the cluster; null where there
   *     is no cluster to ask
   * @param initScripts the folder of init scripts
   * @param containers reads what a container engine lists
   */
  public LocalAgents(
      Path ocfRoot,
      @Nullable Path tools,
      Path initScripts,
      ContainerList containers,
      Limits limits) {
    supervisor = new Supervisor(limits);
    units =
        new SystemdAgent(
            SystemdAgent.SYSTEM_BUS, SystemdAgent.USUAL_PATIENCE, SystemdAgent.DROP_INS);
    LsbAgent scripts = new LsbAgent(initScripts, supervisor);
    byStandard =
        Map.of(
            "ocf", new OcfAgent(ocfRoot, tools, supervisor),
            "lsb", scripts,
            "systemd", units,
            "service", new ServiceAgent(scripts, units),
            "compose", new ComposeAgent(ComposeAgent.USUAL_FOLDERS, supervisor, containers));
  }

  @Override
  public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
    ResourceAgent agent = byStandard.get(call.agent().standard());
    if (agent == null) {
      String known = String.join(", ", new TreeSet<>(byStandard.keySet()));
      String reason =
          "found the standard `" + call.agent().standard() + "`, expected one of " + known;
      whenEnded.accept(
          new AgentResult(new ActionResult(NOT_SUPPORTED, 3, reason), "", Duration.ZERO));
      return () -> {};
    }
    return agent.begin(call, whenEnded);
  }

  /** Ends what runs. */
  @Override
  public void close() {
    supervisor.close();
    units.close();
  }
}
