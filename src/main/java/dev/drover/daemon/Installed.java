package dev.drover.daemon;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.LocalAgents;
import dev.drover.agent.ResourceAgent;
import dev.drover.agent.fence.FenceAction;
import dev.drover.agent.fence.SelfFence;
import dev.drover.agent.process.Limits;
import dev.drover.agent.process.Supervisor;
import dev.drover.live.Decider;
import dev.drover.live.Ledger;
import dev.drover.model.config.Configuration;
import dev.drover.peer.Site;
import dev.drover.text.InputException;
import dev.drover.text.cib.CibReader;
import dev.drover.text.compose.ContainerReader;
import dev.drover.text.yaml.ClusterReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/** The real tools of a machine. */
final class Installed implements Tools, AutoCloseable {
  private static final Map<FenceAction, List<String>> COMMANDS =
      Map.of(
          FenceAction.REBOOT, List.of("/sbin/reboot", "-f"),
          FenceAction.OFF, List.of("/sbin/poweroff", "-f"));

  private final Path rules;
  private final Function<Path, Decider> compiler;
  private final Journal journal;
  private final LocalAgents programs;
  private final Fences fences;
  private final Supervisor own = new Supervisor(Limits.usual(1));

  /**
   * Tools of this machine.
   *
   * @param rules the folder of the rules that Drover comes with
   * @param compiler makes a decider of a folder of rules; throws what is wrong with them
   */
  Installed(
      Site site,
      Path rules,
      Function<Path, Decider> compiler,
      InstantSource clock,
      Journal journal) {
    this.rules = rules;
    this.compiler = compiler;
    this.journal = journal;
    Site.ResourceAgents agents = site.resourceAgents();
    programs =
        new LocalAgents(
            agents.ocf(),
            agents.initScripts(),
            new ContainerReader(),
            Limits.usual(agents.atOnce()));
    fences = new Fences(agents.fence(), clock, new Random(), journal);
  }

  @Override
  public Ledger.Reader reader() {
    return Installed::read;
  }

  private static Configuration read(String name, String text) {
    try {
      if (name.endsWith(".xml")) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return CibReader.read(new ByteArrayInputStream(bytes), name).configuration();
      }
      return ClusterReader.read(text, name).configuration();
    } catch (InputException wrong) {
      throw new IllegalArgumentException(wrong.getMessage(), wrong);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Decider decider(Map<String, String> files) {
    if (files.isEmpty()) {
      return compiler.apply(rules);
    }
    try {
      Path folder = Files.createTempDirectory("drover-rules");
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey()).normalize();
        if (!path.startsWith(folder)) {
          throw new IllegalArgumentException(
              "`" + file.getKey() + "`: expected a path below the folder of the rules");
        }
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      return compiler.apply(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ResourceAgent agents() {
    ResourceAgent devices = fences.asResources();
    return (AgentCall call, Consumer<AgentResult> ended) ->
        call.agent().isFenceDevice() ? devices.begin(call, ended) : programs.begin(call, ended);
  }

  @Override
  public Fences fences() {
    return fences;
  }

  @Override
  public void endMachine(String action) {
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
