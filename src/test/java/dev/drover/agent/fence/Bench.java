package dev.drover.agent.fence;

import dev.drover.execute.FenceTopology;
import dev.drover.model.config.FencingLevel;
import dev.drover.text.agent.DeviceReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A fencer with pretended time and agents: devices {@code a}, {@code b}, … of {@code fence_a}, ….
 */
final class Bench {
  static final Duration TIMEOUT = Duration.ofSeconds(60);
  static final String[] POWER = {"on", "off", "reboot", "status", "monitor", "list"};

  final FakeTime time = new FakeTime();
  final FakeAgents agents = new FakeAgents(time);
  final DeviceRunner runner = new DeviceRunner(agents, new KnownAgents(agents, agents), time);
  final Targets targets = new Targets(runner, time);
  final FenceHistory history = new FenceHistory(3, () -> Instant.EPOCH.plus(time.now()));
  private final List<Device> devices = new ArrayList<>();
  private final List<FencingLevel> levels = new ArrayList<>();

  /** A device that says it reaches n1, with more parameters in turn. */
  Bench device(String id, String... parameters) {
    devices.add(made(id, parameters));
    return this;
  }

  static Device made(String id, String... parameters) {
    Map<String, String> all = new TreeMap<>(Map.of("pcmk_host_list", "n1"));
    for (int i = 0; i < parameters.length; i += 2) {
      all.put(parameters[i], parameters[i + 1]);
    }
    all.values().removeIf(String::isEmpty);
    return DeviceReader.read(id, "fence_" + id, all).device();
  }

  /** A power switch that can do all. */
  Bench power(String id, String... parameters) {
    agents.knows("fence_" + id, "port", POWER);
    return device(id, parameters);
  }

  Bench level(int index, String... ids) {
    levels.add(new FencingLevel("l" + index, "n1", null, null, null, index, List.of(ids)));
    return this;
  }

  Fencer fencer() {
    FenceSetup setup = new FenceSetup(List.copyOf(devices), new FenceTopology(levels, Map.of()));
    Fencer fencer = new Fencer(runner, targets, history, time, new Random(1));
    fencer.use(setup);
    return fencer;
  }

  static FenceRequest request(FenceAction action) {
    return new FenceRequest("n1", action, "scheduler", Duration.ZERO, TIMEOUT);
  }

  /** What comes of fencing n1, however long it takes. */
  FenceResult run(FenceAction action) {
    CompletableFuture<FenceResult> result = fencer().fence(request(action));
    time.passAll();
    return result.join();
  }
}
