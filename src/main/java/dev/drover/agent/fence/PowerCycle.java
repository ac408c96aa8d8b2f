package dev.drover.agent.fence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A reboot in two steps: all devices off, then on again.
 *
 * <p>The node is fenced as soon as all are off; what fails of the rest is told, but does not count.
 * {@code on} follows only where one of the devices cuts power. Devices that do not would let a node
 * back to its storage that still runs as it did.
 */
final class PowerCycle {
  private final Work work;

  private record Known(Device device, Traits traits) {}

  PowerCycle(Work work) {
    this.work = work;
  }

  /** Fences the node; true where all devices are off. */
  CompletableFuture<Boolean> run(List<Device> devices) {
    return Sequence.every(devices, device -> work.ask(device, FenceAction.OFF))
        .thenCompose(
            off ->
                off
                    ? known(devices).thenCompose(this::on)
                    : CompletableFuture.completedFuture(false));
  }

  private CompletableFuture<Boolean> on(List<Known> devices) {
    if (devices.stream().noneMatch(each -> each.traits().cutsPower())) {
      return CompletableFuture.completedFuture(true);
    }
    List<Device> again =
        devices.stream()
            .filter(each -> each.traits().turnsOn() && !each.traits().unfences())
            .map(Known::device)
            .toList();
    return Sequence.every(
        again, device -> work.ask(device, FenceAction.ON).thenApply(whatever -> true));
  }

  private CompletableFuture<List<Known>> known(List<Device> devices) {
    CompletableFuture<List<Known>> all = CompletableFuture.completedFuture(List.of());
    for (Device device : devices) {
      all =
          all.thenCombine(
              work.traits(device),
              (before, traits) -> {
                List<Known> more = new ArrayList<>(before);
                more.add(new Known(device, traits));
                return more;
              });
    }
    return all;
  }
}
