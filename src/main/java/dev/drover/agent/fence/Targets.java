package dev.drover.agent.fence;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Which device can fence which node. */
public final class Targets {
  /** How long what a device lists is taken for true, as Pacemaker does. */
  public static final Duration FRESH = Duration.ofSeconds(60);

  private static final int LIMIT = 1000;

  private final DeviceRunner runner;
  private final Timer timer;
  private final Map<Device, Listed> lists = new LinkedHashMap<>();

  private record Listed(Set<String> names, Duration at) {}

  /** Asks devices through a runner. */
  public Targets(DeviceRunner runner, Timer timer) {
    this.runner = runner;
    this.timer = timer;
  }

  /**
   * Whether a device can fence a node; the future never fails.
   *
   * @param timeout for asking a device that has no timeout of its own
   */
  public CompletableFuture<Reach> reach(Device device, String node, Duration timeout) {
    HostCheck told = device.options().check();
    if (told != null) {
      return check(told, device, node, timeout);
    }
    if (device.options().hosts().areTold()) {
      return check(HostCheck.STATIC_LIST, device, node, timeout);
    }
    return runner
        .metadata(device)
        .thenCompose(metadata -> check(usual(metadata), device, node, timeout))
        .exceptionally(failure -> Reach.unknown(DeviceRunner.reason(failure)));
  }

  private static HostCheck usual(Metadata metadata) {
    if (metadata.supports(FenceAction.LIST)) {
      return HostCheck.DYNAMIC_LIST;
    }
    return metadata.supports(FenceAction.STATUS) ? HostCheck.STATUS : HostCheck.NONE;
  }

  private CompletableFuture<Reach> check(
      HostCheck how, Device device, String node, Duration timeout) {
    return switch (how) {
      case NONE -> known(true, "it is taken to reach every node");
      case STATIC_LIST ->
          device.options().hosts().names(node)
              ? known(true, "`" + node + "` is on its list")
              : known(false, "`" + node + "` is not in its pcmk_host_list or pcmk_host_map");
      case DYNAMIC_LIST -> listed(device, node, timeout);
      case STATUS ->
          runner
              .run(device, FenceAction.STATUS, node, timeout)
              .thenApply(outcome -> ofStatus(node, outcome));
    };
  }

  private static Reach ofStatus(String node, FenceOutcome outcome) {
    return outcome.isAnswered()
        ? new Reach(true, "it knows the status of `" + node + "`")
        : Reach.unknown("it does not know the status of `" + node + "`: " + outcome.reason());
  }

  private CompletableFuture<Reach> listed(Device device, String node, Duration timeout) {
    Listed before = last(device).orElse(null);
    if (before != null && timer.now().minus(before.at()).compareTo(FRESH) < 0) {
      return CompletableFuture.completedFuture(find(before.names(), device, node, ""));
    }
    return runner
        .run(device, FenceAction.LIST, null, timeout)
        .thenCompose(outcome -> ofList(outcome, before, device, node, timeout));
  }

  private CompletableFuture<Reach> ofList(
      FenceOutcome outcome, @Nullable Listed before, Device device, String node, Duration timeout) {
    if (outcome.isOk()) {
      Set<String> names = ListedHosts.of(outcome.output());
      remember(device, new Listed(names, timer.now()));
      return CompletableFuture.completedFuture(find(names, device, node, ""));
    }
    if (before != null) {
      // An old list is better than to fence nothing: the names in it were the device's own.
      String also = ", as it last said; now it does not: " + outcome.reason();
      return CompletableFuture.completedFuture(find(before.names(), device, node, also));
    }
    return device.options().check() == null
        ? check(HostCheck.STATUS, device, node, timeout)
        : CompletableFuture.completedFuture(
            Reach.unknown("it does not say whom it reaches: " + outcome.reason()));
  }

  private static Reach find(Set<String> names, Device device, String node, String also) {
    String plug = device.options().hosts().plug(node);
    return names.contains(plug)
        ? new Reach(true, "it lists `" + plug + "`" + also)
        : new Reach(false, also.isEmpty(), "it does not list `" + plug + "`" + also);
  }

  private synchronized Optional<Listed> last(Device device) {
    return Optional.ofNullable(lists.get(device));
  }

  private synchronized void remember(Device device, Listed listed) {
    lists.remove(device);
    lists.put(device, listed);
    if (lists.size() > LIMIT) {
      lists.remove(lists.keySet().iterator().next());
    }
  }

  private static CompletableFuture<Reach> known(boolean can, String reason) {
    return CompletableFuture.completedFuture(new Reach(can, reason));
  }
}
