package dev.drover.daemon;

import dev.drover.agent.AgentCall;
import dev.drover.agent.ResourceAgent;
import dev.drover.agent.fence.Device;
import dev.drover.agent.fence.DeviceAgent;
import dev.drover.agent.fence.DeviceRunner;
import dev.drover.agent.fence.FenceAction;
import dev.drover.agent.fence.FenceEvent;
import dev.drover.agent.fence.FenceHistory;
import dev.drover.agent.fence.FenceProgram;
import dev.drover.agent.fence.FenceRequest;
import dev.drover.agent.fence.FenceResult;
import dev.drover.agent.fence.FenceSetup;
import dev.drover.agent.fence.Fencer;
import dev.drover.agent.fence.KnownAgents;
import dev.drover.agent.fence.MachineTimer;
import dev.drover.agent.fence.Targets;
import dev.drover.agent.process.Limits;
import dev.drover.agent.process.Supervisor;
import dev.drover.execute.FenceTopology;
import dev.drover.live.FenceJob;
import dev.drover.model.ClusterState;
import dev.drover.model.config.ResourceConfig;
import dev.drover.schedule.resolve.Context;
import dev.drover.schedule.resolve.Settings;
import dev.drover.text.agent.DeviceReader;
import dev.drover.text.agent.FenceMetadata;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The fence devices that this node can use, as they are configured now. */
final class Fences implements AutoCloseable {
  /** Who is told of the end of fencing, on any thread. */
  @FunctionalInterface
  interface Ended {
    /**
     * Fencing has ended.
     *
     * @param reason by what it was done, or why it was not
     */
    void ended(FenceResult.Kind kind, String reason);
  }

  private static final int REMEMBERED = 200;
  private static final int AT_ONCE = 16;
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final Supervisor programs = new Supervisor(Limits.usual(AT_ONCE));
  private final MachineTimer timer = new MachineTimer();
  private final FenceHistory history;
  private final DeviceRunner runner;
  private final Fencer fencer;
  private final InstantSource clock;
  private final Journal journal;

  Fences(List<Path> folders, InstantSource clock, RandomGenerator random, Journal journal) {
    FenceProgram agents = new FenceProgram(folders, programs);
    this.clock = clock;
    this.journal = journal;
    history = new FenceHistory(REMEMBERED, clock);
    runner = new DeviceRunner(agents, new KnownAgents(agents, new FenceMetadata()), timer);
    fencer = new Fencer(runner, new Targets(runner, timer), history, timer, random);
  }

  /** Uses the devices of a configuration from now on. */
  void configured(ClusterState state) {
    List<Device> devices = new ArrayList<>();
    state.configuration().resources().stream()
        .flatMap(Fences::all)
        .filter(config -> config.agent() != null && config.agent().isFenceDevice())
        .forEach(config -> devices.add(device(config)));
    fencer.use(new FenceSetup(devices, FenceTopology.of(state, clock.instant())));
  }

  /** A resource and all below it. */
  static Stream<ResourceConfig> all(ResourceConfig config) {
    return Stream.concat(Stream.of(config), config.members().stream().flatMap(Fences::all));
  }

  private Device device(ResourceConfig config) {
    Context context = Context.at(clock.instant()).withAgent(config.agent());
    DeviceReader.Read read =
        DeviceReader.read(
            config.id(),
            String.valueOf(config.agent() == null ? "" : config.agent().type()),
            Settings.resolve(config.parameters(), context));
    read.problems().forEach(problem -> journal.line(config.id() + ": " + problem));
    return read.device();
  }

  /** The devices as resources. */
  ResourceAgent asResources() {
    return new DeviceAgent(runner, Fences::device);
  }

  private static Device device(AgentCall call) {
    return DeviceReader.read(call.resource(), call.agent().type(), call.parameters()).device();
  }

  /**
   * Fences a node.
   *
   * @param ended is told what came of it
   */
  void fence(FenceJob job, ClusterState state, String by, Ended ended) {
    // levels may be for nodes with an attribute, and those change
    configured(state);
    FenceAction action = FenceAction.of(job.action()).orElse(FenceAction.OFF);
    FenceRequest request =
        new FenceRequest(job.target(), action, by, Duration.ofMillis(job.delayMs()), timeout(job));
    var unused =
        fencer
            .fence(request)
            .thenAccept(
                result ->
                    ended.ended(result.kind(), result.isOk() ? means(result) : result.reason()));
  }

  /** How long one device may take. */
  static Duration timeout(FenceJob job) {
    return job.timeoutMs() > 0 ? Duration.ofMillis(job.timeoutMs()) : TIMEOUT;
  }

  /**
   * Whether a device is for a node that is to be fenced, or may be: false only where each that is
   * configured says that it is not.
   *
   * @return completes on any thread, and never fails
   */
  CompletableFuture<Boolean> areFor(FenceJob job, ClusterState state) {
    configured(state);
    return fencer.isFor(job.target(), timeout(job));
  }

  private static String means(FenceResult result) {
    return result.devices().isEmpty()
        ? result.reason()
        : "by %s in %d ms"
            .formatted(String.join(" and ", result.devices()), result.took().toMillis());
  }

  /** A person says that a node is down. */
  void confirm(String node, String by) {
    fencer.confirm(node, by);
  }

  /**
   * Nobody wants a node fenced any more; without effect once a device has been asked.
   *
   * @param why for people
   */
  void withdraw(String node, String why) {
    fencer.withdraw(node, why);
  }

  /** What was fenced from here, the newest first. */
  List<FenceEvent> events() {
    return history.events();
  }

  @Override
  public void close() {
    timer.close();
    programs.close();
  }
}
