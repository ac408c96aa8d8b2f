package dev.drover.agent;

import dev.drover.agent.compose.ComposeAgent;
import dev.drover.agent.compose.ContainerList;
import dev.drover.agent.process.Limits;
import dev.drover.agent.process.Supervisor;
import dev.drover.agent.systemd.SystemdAgent;
import dev.drover.execute.ActionResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The agents of this machine, of every standard that can be run.
 *
 * <p>What gives way, what only looks and everything else have places of their own: where starts
 * hang, others can be stopped and watched.
 */
public final class LocalAgents implements ResourceAgent, AutoCloseable {
  /** Where Debian and Red Hat keep OCF agents, unless {@code OCF_ROOT} says otherwise. */
  public static final Path OCF_ROOT = Path.of("/usr/lib/ocf");

  /** Where LSB keeps init scripts. */
  public static final Path INIT_SCRIPTS = Path.of("/etc/init.d");

  private static final int NOT_SUPPORTED = 3;

  /** So many agents are asked at once what they are; nothing is held up by that. */
  private static final int ASKED_AT_ONCE = 2;

  /** The largest agents of the common packages say a tenth of it about themselves. */
  private static final int METADATA_BYTES = 256 * 1024;

  private static final Set<String> GIVES_WAY = Set.of("stop", "demote");
  private static final Set<String> LOOKS = Set.of("monitor", "status", "validate-all", "meta-data");

  private final List<Supervisor> supervisors = new ArrayList<>();
  private final SystemdAgent units;
  private final Map<String, ResourceAgent> stops;
  private final Map<String, ResourceAgent> looks;
  private final Map<String, ResourceAgent> others;

  /**
   * Agents that are looked for in the given folders.
   *
   * @param ocfRoot the folder that has {@code resource.d}
   * @param tools the folder of the programs by which OCF agents ask the cluster; null where there
   *     is no cluster to ask
   * @param initScripts the folder of init scripts
   * @param containers reads what a container engine lists
   * @param metadata reads how OCF agents reload; null where they are not to be asked
   * @param journal is told, in a line, of each of them whose answer is of no use
   * @param limits of what gives way, of what only looks, and of everything else
   */
  public LocalAgents(
      Path ocfRoot,
      @Nullable Path tools,
      Path initScripts,
      ContainerList containers,
      @Nullable ReloadReader metadata,
      Consumer<String> journal,
      Limits limits) {
    units =
        new SystemdAgent(
            SystemdAgent.SYSTEM_BUS, SystemdAgent.USUAL_PATIENCE, SystemdAgent.DROP_INS);
    KnownReloads reloads =
        metadata == null ? null : new KnownReloads(asking(limits), metadata, journal);
    Function<Supervisor, Map<String, ResourceAgent>> programs =
        supervisor -> {
          supervisors.add(supervisor);
          LsbAgent scripts = new LsbAgent(initScripts, supervisor);
          return Map.of(
              "ocf", new OcfAgent(ocfRoot, tools, supervisor, reloads),
              "lsb", scripts,
              "systemd", units,
              "service", new ServiceAgent(scripts, units),
              "compose", new ComposeAgent(ComposeAgent.USUAL_FOLDERS, supervisor, containers));
        };
    stops = programs.apply(new Supervisor(limits));
    looks = programs.apply(new Supervisor(limits));
    others = programs.apply(new Supervisor(limits));
  }

  private Supervisor asking(Limits limits) {
    Supervisor supervisor =
        new Supervisor(new Limits(ASKED_AT_ONCE, limits.waiting(), METADATA_BYTES, limits.grace()));
    supervisors.add(supervisor);
    return supervisor;
  }

  private Map<String, ResourceAgent> agentsFor(String task) {
    return GIVES_WAY.contains(task) ? stops : LOOKS.contains(task) ? looks : others;
  }

  @Override
  public Running begin(AgentCall call, Consumer<AgentResult> whenEnded) {
    Map<String, ResourceAgent> byStandard = agentsFor(call.task());
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
    supervisors.forEach(Supervisor::end);
    supervisors.forEach(Supervisor::close);
    units.close();
  }
}
