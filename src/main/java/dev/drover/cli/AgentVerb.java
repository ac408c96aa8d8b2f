package dev.drover.cli;

import dev.drover.daemon.AgentNode;
import dev.drover.daemon.Journal;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.text.InputException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drover agent}: a node that only runs resources. */
@Command(
    name = "agent",
    description =
        "Run a node that runs resources and does not vote. The members' site files list it under `agents`. It calls the members and works for whoever leads; while it hears none, what runs on it goes on. Ends at SIGTERM, after what runs here has gone elsewhere.")
public final class AgentVerb implements Callable<Integer> {
  @Mixin private SiteOption site = new SiteOption();
  @Mixin private EndingOption ending = new EndingOption();

  @Option(
      names = "--reboot-after",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "Reboot this machine when no member was heard for that long, in seconds: for a node that no device can fence. 0, the default, never does.")
  private int rebootAfter;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InputException, InterruptedException {
    Site self = site.read();
    if (self.role() != Role.AGENT) {
      throw new ParameterException(
          spec.commandLine(),
          "found the role `%s` in the site file, expected `agent`".formatted(self.role().word()));
    }
    if (rebootAfter < 0) {
      throw new ParameterException(
          spec.commandLine(), "found `" + rebootAfter + "` seconds, expected 0 or more");
    }
    Journal journal = new Journal(spec.commandLine().getErr());
    AgentNode node =
        new AgentNode(self, rebootAfter == 0 ? null : Duration.ofSeconds(rebootAfter), journal);
    return ending.await(journal, node::pulse, node::leave, node::close);
  }
}
