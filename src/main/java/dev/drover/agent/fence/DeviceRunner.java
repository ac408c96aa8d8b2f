package dev.drover.agent.fence;

import dev.drover.agent.UnusableMetadataException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has devices do things: each waits for its turn, is tried again while there is time, and ends
 * within twice its timeout, of which one is for the turn.
 */
public final class DeviceRunner {
  /** How long a device rests before it is tried again. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  private final FenceAgent agents;
  private final KnownAgents known;
  private final Timer timer;
  private final Turns turns;

  /** Runs agents that metadata are known of. */
  public DeviceRunner(FenceAgent agents, KnownAgents known, Timer timer) {
    this.agents = agents;
    this.known = known;
    this.timer = timer;
    this.turns = new Turns(timer);
  }

  /** What is known of the device's agent; fails with a reason where it tells nothing. */
  CompletableFuture<Metadata> metadata(Device device) {
    return known.metadata(device.agent());
  }

  /**
   * Has a device do something; the future never fails.
   *
   * @param node whom it is about; null for the device itself
   * @param otherwise the timeout where the device has none of its own; more than zero
   */
  public CompletableFuture<FenceOutcome> run(
      Device device, FenceAction action, @Nullable String node, Duration otherwise) {
    Duration timeout = device.options().timeout(action, otherwise);
    return metadata(device)
        .thenCompose(metadata -> inTurn(device, action, node, metadata, timeout))
        .exceptionally(failure -> FenceOutcome.notStarted(reason(failure)));
  }

  private CompletableFuture<FenceOutcome> inTurn(
      Device device,
      FenceAction action,
      @Nullable String node,
      Metadata metadata,
      Duration timeout) {
    Function<Duration, FenceCall> call =
        remaining -> Arguments.call(device, action, node, metadata, remaining);
    int tries = device.options().tries(action);
    return turns
        .take(device, timeout)
        .thenCompose(
            mine -> {
              if (!mine) {
                return CompletableFuture.completedFuture(
                    FenceOutcome.notStarted("it was busy with other actions all the time"));
              }
              // Whatever goes wrong from here on, the turn is given back.
              return CompletableFuture.completedFuture(timeout)
                  .thenCompose(within -> tried(call, action, within, tries))
                  .whenComplete((outcome, failure) -> turns.give(device));
            });
  }

  private CompletableFuture<FenceOutcome> tried(
      Function<Duration, FenceCall> call, FenceAction action, Duration within, int tries) {
    Duration deadline = timer.now().plus(within);
    return agents
        .run(call.apply(within))
        .thenCompose(
            outcome -> {
              boolean done = action == FenceAction.STATUS ? outcome.isAnswered() : outcome.isOk();
              boolean late = timer.now().plus(PAUSE).compareTo(deadline) >= 0;
              if (done || late || tries <= 1) {
                return CompletableFuture.completedFuture(outcome);
              }
              return pause()
                  .thenCompose(
                      rested -> again(call, action, deadline.minus(timer.now()), tries, outcome));
            });
  }

  private CompletableFuture<FenceOutcome> again(
      Function<Duration, FenceCall> call,
      FenceAction action,
      Duration left,
      int tries,
      FenceOutcome before) {
    // On a busy machine the pause may have taken all that was left.
    return left.isNegative() || left.isZero()
        ? CompletableFuture.completedFuture(before)
        : tried(call, action, left, tries - 1);
  }

  private CompletableFuture<Boolean> pause() {
    CompletableFuture<Boolean> rested = new CompletableFuture<>();
    timer.after(PAUSE, () -> rested.complete(true));
    return rested;
  }

  /** What people read of a failure that came through futures. */
  static String reason(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof UnusableMetadataException
        ? String.valueOf(cause.getMessage())
        : cause.toString();
  }
}
