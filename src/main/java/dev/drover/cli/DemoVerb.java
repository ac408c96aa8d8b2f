package dev.drover.cli;

import dev.drover.daemon.Client;
import dev.drover.demo.Demo;
import dev.drover.demo.DemoFolder;
import dev.drover.demo.FreePorts;
import dev.drover.demo.Operator;
import dev.drover.live.Letter;
import dev.drover.peer.Role;
import dev.drover.text.InputException;
import dev.drover.text.yaml.SiteReader;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code drover demo}: a live cluster on this machine, to be tried out. */
@Command(
    name = "demo",
    description =
        "Run a live cluster on this machine: two nodes and a witness as processes on 127.0.0.1, with services that do nothing and a fence device that kills for real. Its prompt says what to try. Ends everything at `quit`, at the end of what it reads, and at Ctrl-C.")
public final class DemoVerb implements Callable<Integer> {
  private static final String CLUSTER = "scenarios/validator-pair/cluster.yaml";
  private static final int DAYS = 7;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description =
          "Where to put its files, certificates and logs, and leave them; there may be nothing yet (default: a folder for temporary files, which is removed).")
  private @Nullable Path kept;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InputException, GeneralSecurityException {
    PrintWriter out = spec.commandLine().getOut();
    DemoFolder folder = new DemoFolder(root());
    new ClusterFolder(folder.nodes()).make(roster(), Path.of("data"), DAYS);
    Client client = new Client(SiteReader.read(folder.site(Roster.OPERATOR)));
    Operator operator = new Person(client, folder.site(Roster.OPERATOR));
    boolean terminal = System.console() != null;
    try (Demo demo = new Demo(folder, kept != null, daemon(), operator, out, terminal)) {
      Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "end"));
      demo.begin(validatorPair());
      demo.run(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }
    return ExitCode.OK.number();
  }

  private Path root() throws IOException {
    Path root =
        kept == null ? Files.createTempDirectory("drover-demo") : Files.createDirectory(kept);
    return root.toRealPath();
  }

  private static Roster roster() throws IOException {
    int nodes = Demo.MEMBERS.size() + 1;
    int port = FreePorts.row(2 * nodes, new Random());
    Roster roster = new Roster("validator-pair", port + nodes);
    for (String member : Demo.MEMBERS) {
      roster.add(member + "=127.0.0.1:" + port++, Role.MEMBER);
    }
    roster.add(Demo.WITNESS + "=127.0.0.1:" + port, Role.WITNESS);
    return roster;
  }

  /** This very program, with the options that Java was started with. */
  private static List<String> daemon() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-agentlib") && !option.startsWith("-javaagent"))
        .forEach(command::add);
    command.add("-Ddrover.home=" + Drover.home().toAbsolutePath().normalize());
    command.addAll(List.of("-cp", classPath(), Drover.class.getName(), "daemon"));
    return command;
  }

  /** Absolute: daemons have another working directory. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String validatorPair() throws IOException {
    Path file = Drover.home().resolve(CLUSTER);
    if (Files.exists(file)) {
      return Files.readString(file);
    }
    try (InputStream packaged = Demo.class.getResourceAsStream("cluster.yaml")) {
      if (packaged == null) {
        throw new IllegalStateException("`cluster.yaml` is missing in this program");
      }
      return new String(packaged.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Somebody at a command line. */
  private record Person(Client client, Path site) implements Operator {
    @Override
    public int give(List<String> words, PrintWriter out) {
      List<String> all = new ArrayList<>(words);
      all.addAll(List.of("--site", site.toString()));
      return Drover.run(out, out, all.toArray(String[]::new));
    }

    @Override
    public String events(long after) throws IOException {
      Letter.Answer answer = client.ask("events", Map.of("after", Long.toString(after)));
      if (answer.exit() != ExitCode.OK.number()) {
        throw new IOException(answer.text());
      }
      return answer.text();
    }
  }
}
