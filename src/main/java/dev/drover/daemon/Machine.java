package dev.drover.daemon;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.LocalAgents;
import dev.drover.agent.ResourceAgent;
import dev.drover.agent.fence.FenceAction;
import dev.drover.agent.fence.SelfFence;
import dev.drover.agent.process.Limits;
import dev.drover.agent.process.Supervisor;
import dev.drover.agent.tools.Toolbox;
import dev.drover.peer.Site;
import dev.drover.text.agent.ReloadMetadata;
import dev.drover.text.compose.ContainerReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** What a machine has for resources and for fencing, whatever its node's role is. */
final class Machine implements AutoCloseable {
  private static final Map<FenceAction, List<String>> COMMANDS =
      Map.of(
          FenceAction.REBOOT, List.of("/sbin/reboot", "-f"),
          FenceAction.OFF, List.of("/sbin/poweroff", "-f"));

  private final Journal journal;
  private final LocalAgents programs;
  private final Fences fences;
  private final Supervisor own = new Supervisor(Limits.usual(1));

  /** This machine, as the site file describes it. */
  Machine(Site site, InstantSource clock, Journal journal) {
    this.journal = journal;
    Site.ResourceAgents agents = site.resourceAgents();
    programs =
        new LocalAgents(
            agents.ocf(),
            new Toolbox(site.data()).programs(),
            agents.initScripts(),
            new ContainerReader(),
            new ReloadMetadata(),
            journal::line,
            Limits.usual(agents.atOnce()));
    fences = new Fences(agents.fence(), clock, new Random(), journal);
  }

  /** The agents of resources, fence devices included. */
  ResourceAgent agents() {
    ResourceAgent devices = fences.asResources();
    return (AgentCall call, Consumer<AgentResult> ended) ->
        call.agent().isFenceDevice() ? devices.begin(call, ended) : programs.begin(call, ended);
  }

  Fences fences() {
    return fences;
  }

  /** Does {@code reboot} or {@code off} to this machine. */
  void end(String action) {
    FenceAction what = FenceAction.of(action).orElse(FenceAction.REBOOT);
    var unused =
        new SelfFence(SelfFence.SYSRQ, COMMANDS, own)
            .run(what)
            .thenAccept(outcome -> journal.line("this machine ends itself: " + outcome.reason()));
  }

  @Override
  public void close() {
    programs.close();
    fences.close();
    own.close();
  }
}
