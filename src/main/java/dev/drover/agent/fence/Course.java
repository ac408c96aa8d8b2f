package dev.drover.agent.fence;

import dev.drover.agent.fence.FenceResult.Kind;
import dev.drover.execute.FenceLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Which devices are asked for what until a request is carried out, or nothing is left to try. */
final class Course {
  private final FenceSetup setup;
  private final Targets targets;
  private final Work work;
  private final FenceRequest request;

  /** The devices that are tried at present; in the end those that did it. */
  private volatile List<Device> did = List.of();

  private record Candidate(Device device, CompletableFuture<Reach> reach) {}

  Course(FenceSetup setup, Targets targets, Work work) {
    this.setup = setup;
    this.targets = targets;
    this.work = work;
    this.request = work.request();
  }

  /** Carries the request out, and says how. */
  CompletableFuture<Kind> run() {
    return carryOut()
        .thenCompose(done -> done ? how() : CompletableFuture.completedFuture(Kind.FAILED));
  }

  private CompletableFuture<Kind> how() {
    return request.action().isHarmful()
        ? Sequence.every(did, work::cutsPower).thenApply(all -> all ? Kind.DONE : Kind.KEPT_OUT)
        : CompletableFuture.completedFuture(Kind.DONE);
  }

  private CompletableFuture<Boolean> carryOut() {
    return request.action() == FenceAction.ON
        ? unfencing().thenCompose(all -> all.isEmpty() ? usual() : Sequence.every(all, this::asked))
        : usual();
  }

  private CompletableFuture<Boolean> usual() {
    List<FenceLevel> levels = setup.topology().of(request.node());
    return levels.isEmpty() ? anyDevice() : Sequence.first(levels, this::level);
  }

  private CompletableFuture<Boolean> level(FenceLevel level) {
    List<Device> devices = new ArrayList<>();
    for (String id : level.devices()) {
      setup
          .device(id)
          .ifPresentOrElse(
              devices::add,
              () -> work.failed(id, request.action(), "this node has no device of that name"));
    }
    if (devices.isEmpty() || devices.size() < level.devices().size()) {
      return CompletableFuture.completedFuture(false);
    }
    // A level that one device would fail is left alone as a whole.
    return Sequence.every(candidates(devices), this::reaches)
        .thenCompose(all -> all ? together(devices) : CompletableFuture.completedFuture(false));
  }

  private CompletableFuture<Boolean> together(List<Device> devices) {
    did = devices;
    // One after the other would leave the node a way to live: its other supply, its other path.
    return request.action() == FenceAction.REBOOT && devices.size() > 1
        ? new PowerCycle(work).run(devices)
        : Sequence.every(devices, this::alone);
  }

  private CompletableFuture<Boolean> anyDevice() {
    return Sequence.first(
        candidates(setup.devices()),
        candidate ->
            reaches(candidate)
                .thenCompose(
                    can ->
                        can
                            ? together(List.of(candidate.device()))
                            : CompletableFuture.completedFuture(false)));
  }

  private CompletableFuture<Boolean> alone(Device device) {
    if (request.action() != FenceAction.REBOOT || device.options().isReplaced(FenceAction.REBOOT)) {
      return asked(device);
    }
    return work.metadata(device, request.action())
        .thenCompose(
            metadata -> {
              if (metadata == null) {
                return CompletableFuture.completedFuture(false);
              }
              return metadata.supports(FenceAction.REBOOT)
                  ? asked(device)
                  : new PowerCycle(work).run(List.of(device));
            });
  }

  private CompletableFuture<Boolean> asked(Device device) {
    return work.ask(device, request.action());
  }

  /** All are asked at once whom they reach, so that slow ones do not add up. */
  private List<Candidate> candidates(List<Device> devices) {
    return devices.stream()
        .map(
            device ->
                new Candidate(device, targets.reach(device, request.node(), request.timeout())))
        .toList();
  }

  private CompletableFuture<Boolean> reaches(Candidate candidate) {
    return candidate
        .reach()
        .thenApply(
            reach -> {
              if (!reach.can()) {
                work.failed(candidate.device().id(), request.action(), reach.reason());
              }
              return reach.can();
            });
  }

  /** The devices that keep the node out until each of them lets it in. */
  private CompletableFuture<List<Device>> unfencing() {
    CompletableFuture<List<Device>> found = CompletableFuture.completedFuture(List.of());
    for (Candidate candidate : candidates(setup.devices())) {
      found =
          found.thenCombine(
              isUnfencing(candidate),
              (before, is) -> {
                List<Device> all = new ArrayList<>(before);
                if (is) {
                  all.add(candidate.device());
                }
                return all;
              });
    }
    return found;
  }

  private CompletableFuture<Boolean> isUnfencing(Candidate candidate) {
    return work.traits(candidate.device())
        .thenCombine(candidate.reach(), (traits, reach) -> traits.unfences() && reach.can());
  }
}
