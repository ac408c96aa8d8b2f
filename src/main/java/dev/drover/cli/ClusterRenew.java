package dev.drover.cli;

import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Site;
import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drover cluster renew}: a new certificate and key for one node, by the same authority. */
@Command(
    name = "renew",
    description =
        "Make a new certificate and key for one node. Those before are kept beside them, with `.old` behind their names.")
public final class ClusterRenew implements Callable<Integer> {
  @Option(
      names = "--node",
      paramLabel = "NAME",
      required = true,
      description = "The node, or `operator`.")
  private String node = "";

  @Option(
      names = "--address",
      paramLabel = "HOST",
      description =
          "Where the node is reached now, in place of what its certificate says. Repeat it for each.")
  private List<String> addresses = List.of();

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "" + ClusterFolder.USUAL_DAYS,
      description = "How long the certificate is valid, 1 to 3650 (default: ${DEFAULT-VALUE}).")
  private int days;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "The folder that `drover cluster init` made.")
  private Path folder = Path.of("");

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InputException {
    ClusterFolder.checkDays(spec, days);
    ClusterFolder files = new ClusterFolder(folder);
    if (!Peer.isName(node) || !Files.isDirectory(files.of(node))) {
      throw Unknown.word(spec, node, "a node that has a folder in " + folder, nodes());
    }
    X509Certificate made;
    try {
      made = files.renew(node, addresses.stream().map(this::host).toList(), days);
    } catch (GeneralSecurityException unusable) {
      throw new InputException(
          new InputProblem(
              folder.toString(),
              0,
              0,
              String.valueOf(unusable.getMessage()),
              "a certificate of `" + node + "`, and the authority that made it",
              null));
    } catch (IllegalArgumentException impossible) {
      throw new ParameterException(spec.commandLine(), impossible.getMessage(), impossible);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "Renewed the certificate and key of `%s`, valid until %s.%n",
        node, made.getNotAfter().toInstant());
    out.printf(
        "Next, copy all but site.yaml and `.old` from %s to where it was copied before: a running Drover takes them up within seconds.%n",
        InitText.quoted(files.of(node).toString()));
    out.flush();
    return ExitCode.OK.number();
  }

  private String host(String text) {
    return Address.parse(text, Site.PORT)
        .map(Address::host)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "found `" + text + "`, expected a DNS name or an IP address"));
  }

  /** What could have been meant. */
  private List<String> nodes() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> below = Files.list(folder)) {
      return below.filter(Files::isDirectory).map(path -> path.getFileName().toString()).toList();
    }
  }
}
