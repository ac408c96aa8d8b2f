package dev.drover.agent.fence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The devices' part of one request: asks each in turn, and writes down what came of it. */
final class Work {
  /** It only sees that the node's kernel has crashed and another one writes the memory down. */
  private static final String CRASHED = "fence_kdump";

  private final FenceRequest request;
  private final DeviceRunner runner;
  private final Timer timer;
  private final RandomGenerator random;
  private final List<Attempt> attempts = new ArrayList<>();
  private boolean delayed;
  private boolean abandoned;
  private boolean asked;

  Work(FenceRequest request, DeviceRunner runner, Timer timer, RandomGenerator random) {
    this.request = request;
    this.runner = runner;
    this.timer = timer;
    this.random = random;
  }

  FenceRequest request() {
    return request;
  }

  /** Asks no further device: it is settled in another way. */
  synchronized void abandon() {
    abandoned = true;
  }

  /**
   * Asks no device at all.
   *
   * @return false where one has been asked already: nobody knows then what it has done
   */
  synchronized boolean withdraw() {
    abandoned |= !asked;
    return !asked;
  }

  synchronized List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /** What is known of a device; null after writing down why nothing is. */
  CompletableFuture<@Nullable Metadata> metadata(Device device, FenceAction action) {
    return runner
        .metadata(device)
        .<@Nullable Metadata>thenApply(metadata -> metadata)
        .exceptionally(
            failure -> {
              failed(device.id(), action, DeviceRunner.reason(failure));
              return null;
            });
  }

  /** What a device can do, as far as its agent tells; the future never fails. */
  CompletableFuture<Traits> traits(Device device) {
    return runner
        .metadata(device)
        .thenApply(metadata -> Traits.of(device, metadata))
        .exceptionally(failure -> Traits.unknown(device));
  }

  /**
   * Whether nothing of what a node was doing goes on once this device is done with it; no where
   * that is not known. As the FenceAgentAPI says, an agent that only cuts a node off from storage
   * has no reboot.
   */
  CompletableFuture<Boolean> cutsPower(Device device) {
    if (device.agent().equals(CRASHED)) {
      return CompletableFuture.completedFuture(true);
    }
    return runner
        .metadata(device)
        .thenApply(metadata -> metadata.supports(FenceAction.REBOOT))
        .exceptionally(failure -> false);
  }

  /** Has a device act on the node; true where it succeeded. */
  CompletableFuture<Boolean> ask(Device device, FenceAction action) {
    Duration began = timer.now();
    return waited(device, action)
        .thenCompose(
            goesOn -> {
              if (!goesOn) {
                failed(device.id(), action, "nobody wants it any more");
                return CompletableFuture.completedFuture(false);
              }
              return runner
                  .run(device, action, request.node(), request.timeout())
                  .thenApply(outcome -> asked(device, action, outcome, began));
            });
  }

  private boolean asked(Device device, FenceAction action, FenceOutcome outcome, Duration began) {
    Attempt.How how = outcome.isOk() ? Attempt.How.DONE : Attempt.How.FAILED;
    Duration took = timer.now().minus(began);
    write(new Attempt(device.id(), action, how, outcome.reason(), took));
    return outcome.isOk();
  }

  /** Writes down why a device is not even asked. */
  void failed(String device, FenceAction action, String reason) {
    write(new Attempt(device, action, Attempt.How.NOT_ASKED, reason, Duration.ZERO));
  }

  private synchronized void write(Attempt attempt) {
    attempts.add(attempt);
  }

  /**
   * Waits before the first device: by then a race between nodes is decided. False where nothing is
   * to be asked any more.
   */
  private CompletableFuture<Boolean> waited(Device device, FenceAction action) {
    Duration delay = delay(device, action);
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    if (delay.isZero()) {
      over.complete(goesOn());
    } else {
      timer.after(delay, () -> over.complete(goesOn()));
    }
    return over;
  }

  private synchronized boolean goesOn() {
    asked |= !abandoned;
    return !abandoned;
  }

  private synchronized Duration delay(Device device, FenceAction action) {
    if (delayed || !action.isHarmful()) {
      return Duration.ZERO;
    }
    delayed = true;
    return request.delay().plus(device.options().delays().drawn(request.node(), random));
  }
}
