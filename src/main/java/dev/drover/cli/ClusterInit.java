package dev.drover.cli;

import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code drover cluster init}: makes what the machines of a new cluster need to trust each other.
 */
@Command(
    name = "init",
    description =
        "Make a new cluster's authority, and for each of its nodes a folder with its certificate, its key and its site.yaml. Nothing is overwritten, and no machine is touched.")
public final class ClusterInit implements Callable<Integer> {
  @Option(
      names = "--cluster",
      paramLabel = "NAME",
      required = true,
      description = "The cluster's name.")
  private String cluster = "";

  @Option(
      names = "--member",
      paramLabel = "NAME=HOST[:PORT][,HOST[:PORT]]",
      required = true,
      description =
          "A node that votes and runs resources, with an address for each link (port: 7800). Repeat it for each.")
  private List<String> members = List.of();

  @Option(
      names = "--witness",
      paramLabel = "NAME=HOST[:PORT]",
      description = "A node that only votes.")
  private List<String> witnesses = List.of();

  @Option(
      names = "--agent",
      paramLabel = "NAME=HOST",
      description = "A node that only runs resources.")
  private List<String> agents = List.of();

  @Option(
      names = "--reach",
      paramLabel = "HOST[:PORT]",
      description =
          "An address in the services' network, such as a router's. A member that none of them answers fences nobody. Repeat it for each.")
  private List<String> reach = List.of();

  @Option(
      names = "--replication-port",
      paramLabel = "PORT",
      defaultValue = "" + Site.REPLICATION_PORT,
      description =
          "The port of replication (default: ${DEFAULT-VALUE}); members on one host get the next free ones.")
  private int replicationPort;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Where nodes keep what must outlive a restart (default: /var/lib/drover). A relative one is below the folder of site.yaml.")
  private Path data = Site.DATA;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "" + ClusterFolder.USUAL_DAYS,
      description =
          "How long certificates are valid, 1 to 3650 (default: ${DEFAULT-VALUE}); the authority is for 20 years.")
  private int days;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      required = true,
      description = "The folder to make; there may be nothing yet.")
  private Path output = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, GeneralSecurityException {
    ClusterFolder.checkDays(spec, days);
    Roster roster;
    try {
      roster = new Roster(cluster, replicationPort);
      members.forEach(text -> roster.add(text, Role.MEMBER));
      witnesses.forEach(text -> roster.add(text, Role.WITNESS));
      agents.forEach(text -> roster.add(text, Role.AGENT));
      reach.forEach(roster::reach);
    } catch (IllegalArgumentException mistaken) {
      throw new ParameterException(spec.commandLine(), mistaken.getMessage(), mistaken);
    }
    ClusterFolder folder = new ClusterFolder(output);
    folder.make(roster, data, days);
    spec.commandLine().getOut().print(InitText.of(roster, folder, days));
    spec.commandLine().getOut().flush();
    return ExitCode.OK.number();
  }
}
