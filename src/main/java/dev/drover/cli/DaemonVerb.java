package dev.drover.cli;

import dev.drover.daemon.Daemon;
import dev.drover.daemon.Journal;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.text.InputException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drover daemon}: a full node, or a witness. */
@Command(
    name = "daemon",
    aliases = "witness",
    description =
        "Run this machine's part of a cluster: its copy of the cluster's state, its agents, and the decisions while it leads. A node whose site file says `witness` only votes. Ends at SIGTERM, after what runs here has gone elsewhere.")
public final class DaemonVerb implements Callable<Integer> {
  @Mixin private SiteOption site = new SiteOption();

  @Mixin private EndingOption ending = new EndingOption();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InputException, InterruptedException {
    Site self = site.read();
    if (self.role() != Role.MEMBER && self.role() != Role.WITNESS) {
      throw new ParameterException(
          spec.commandLine(),
          "found the role `%s` in the site file, expected `member` or `witness`"
              .formatted(self.role().word()));
    }
    Journal journal = new Journal(spec.commandLine().getErr());
    Daemon daemon =
        new Daemon(
            self, Drover.home().resolve("rules"), folder -> Schedulers.of(folder)::rule, journal);
    // As after a crash: nothing is moved, a new process reads the disk, and services go on.
    var unused =
        daemon
            .broken()
            .thenAccept(reason -> Runtime.getRuntime().halt(ExitCode.INPUT_OUTPUT.number()));
    return ending.await(
        journal, daemon::pulse, self.role() == Role.WITNESS ? null : daemon::leave, daemon::close);
  }
}
