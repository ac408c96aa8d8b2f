package dev.drover.cli;

import dev.drover.agent.AgentCall;
import dev.drover.agent.AgentResult;
import dev.drover.agent.LocalAgents;
import dev.drover.agent.process.Limits;
import dev.drover.execute.ActionResult;
import dev.drover.model.ClusterState;
import dev.drover.model.Intervals;
import dev.drover.model.config.NodeConfig;
import dev.drover.model.config.ResourceConfig;
import dev.drover.schedule.resolve.Context;
import dev.drover.schedule.resolve.Settings;
import dev.drover.text.InputException;
import dev.drover.text.compose.ContainerReader;
import dev.drover.text.report.ExitText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drover resource debug}: runs a resource's own agent once, here, past the cluster. */
@Command(
    name = "debug",
    description =
        "Run the agent of a resource once on this machine, with the parameters of a cluster file, and show what it says. No cluster knows of it.")
public final class ResourceDebug implements Callable<Integer> {
  /** What leaves a service as it is. */
  private static final List<String> HARMLESS = List.of("monitor", "validate-all", "meta-data");

  /** The exit codes of a service that is well, in whichever role. */
  private static final Set<Integer> WELL = Set.of(0, 8);

  @Parameters(
      index = "0",
      paramLabel = "TASK",
      description = "What the agent is to do: monitor, validate-all, meta-data, start, stop, …")
  private String task = "";

  @Parameters(index = "1", paramLabel = "RESOURCE", description = "The primitive's name.")
  private String resource = "";

  @Parameters(
      index = "2",
      paramLabel = "FILE",
      description = "A cluster file, a scenario or a CIB that configures it.")
  private Path file = Path.of("");

  @Option(
      names = "--node",
      paramLabel = "NODE",
      description = "Give it the parameters that hold on this node.")
  private @Nullable String node;

  @Option(
      names = "--timeout",
      paramLabel = "LENGTH",
      defaultValue = "20s",
      description = "How long the agent may take (default: ${DEFAULT-VALUE}).")
  private String timeout = "";

  @Option(
      names = "--force",
      description =
          "Allow a task that changes the service. What a cluster runs elsewhere is then perhaps active twice.")
  private boolean force;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InputException {
    if (!force && !HARMLESS.contains(task)) {
      throw new ParameterException(
          spec.commandLine(),
          "found `%s`, expected one of %s: anything else changes the service behind the cluster's back%nMaybe `--force` is meant"
              .formatted(task, String.join(", ", HARMLESS)));
    }
    long limit =
        Intervals.read(timeout)
            .orElseThrow(() -> Unknown.word(spec, timeout, "a length of time", List.of("20s")));
    if (limit == 0) {
      throw Unknown.word(spec, timeout, "a time that ends", List.of("20s"));
    }
    AgentResult result = run(call(Input.read(file).cluster(), Duration.ofMillis(limit)));
    print(result);
    boolean well =
        result.outcome().status() == ActionResult.DONE && WELL.contains(result.outcome().rc());
    return (well ? ExitCode.OK : ExitCode.EXPECTATION_FAILED).number();
  }

  private AgentCall call(ClusterState cluster, Duration limit) {
    List<ResourceConfig> primitives =
        cluster.configuration().resources().stream()
            .flatMap(ResourceDebug::primitives)
            .filter(config -> config.agent() != null)
            .toList();
    ResourceConfig meant =
        primitives.stream()
            .filter(config -> config.id().equals(resource))
            .findFirst()
            .orElseThrow(
                () ->
                    Unknown.word(
                        spec,
                        resource,
                        "a primitive of " + file,
                        primitives.stream().map(ResourceConfig::id).toList()));
    Context context =
        Context.at(Instant.now()).onNode(attributes(cluster)).withAgent(meant.agent());
    return new AgentCall(
        Objects.requireNonNull(meant.agent()),
        resource,
        task,
        Duration.ZERO,
        limit,
        Settings.resolve(meant.parameters(), context),
        Settings.resolve(meant.meta(), context));
  }

  private static Stream<ResourceConfig> primitives(ResourceConfig config) {
    return Stream.concat(
        Stream.of(config), config.members().stream().flatMap(ResourceDebug::primitives));
  }

  private Map<String, String> attributes(ClusterState cluster) {
    String name = node;
    if (name == null) {
      return Map.of();
    }
    List<NodeConfig> nodes = cluster.configuration().nodes();
    NodeConfig meant =
        nodes.stream()
            .filter(config -> config.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    Unknown.word(
                        spec,
                        name,
                        "a node of " + file,
                        nodes.stream().map(NodeConfig::name).toList()));
    return Settings.resolve(meant.attributes(), Context.at(Instant.now()));
  }

  private static AgentResult run(AgentCall call) {
    Path root =
        Optional.ofNullable(System.getenv("OCF_ROOT")).map(Path::of).orElse(LocalAgents.OCF_ROOT);
    try (LocalAgents agents =
        new LocalAgents(
            root,
            null,
            LocalAgents.INIT_SCRIPTS,
            new ContainerReader(),
            null,
            line -> {},
            Limits.usual(1))) {
      CompletableFuture<AgentResult> result = new CompletableFuture<>();
      agents.begin(call, result::complete);
      return result.join();
    }
  }

  private void print(AgentResult result) {
    PrintWriter out = spec.commandLine().getOut();
    ActionResult outcome = result.outcome();
    String end =
        outcome.status() == ActionResult.TIMEOUT
            ? "had not ended after " + timeout
            : "ended with " + outcome.rc() + " (" + ExitText.of(outcome.rc()) + ")";
    out.printf("%s of %s %s in %d ms%n", task, resource, end, result.took().toMillis());
    if (!outcome.exitReason().isEmpty()) {
      out.println("  because: " + outcome.exitReason());
    }
    if (!result.output().isBlank()) {
      out.println(result.output().stripTrailing());
    }
    out.flush();
  }
}
