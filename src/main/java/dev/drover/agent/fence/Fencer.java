package dev.drover.agent.fence;

import dev.drover.agent.fence.FenceResult.Kind;
import dev.drover.execute.FenceTopology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what was decided on fencing, with the devices that are configured.
 *
 * <p>A node with levels is fenced by the first level of which all devices succeed; another one by
 * the first device that reaches it and succeeds. Requests for the same node and action that meet
 * share one result. Each ends in a bounded time: there are so many devices, each with so many tries
 * within its timeout.
 */
public final class Fencer {
  /** How many requests may be under way. */
  static final int LIMIT = 200;

  private final DeviceRunner runner;
  private final Targets targets;
  private final FenceHistory history;
  private final Timer timer;
  private final RandomGenerator random;
  private final Map<Goal, Running> running = new LinkedHashMap<>();
  private FenceSetup setup = new FenceSetup(List.of(), FenceTopology.NONE);

  private record Goal(String node, FenceAction action) {
    static Goal of(FenceRequest request) {
      return new Goal(request.node().toLowerCase(Locale.ROOT), request.action());
    }
  }

  private record Running(
      Work work, long id, Duration began, CompletableFuture<FenceResult> result) {}

  /** A fencer that has no devices yet: see {@link #use}. */
  public Fencer(
      DeviceRunner runner,
      Targets targets,
      FenceHistory history,
      Timer timer,
      RandomGenerator random) {
    this.runner = runner;
    this.targets = targets;
    this.history = history;
    this.timer = timer;
    this.random = random;
  }

  /**
   * Fences with another configuration from now on; what is under way goes on as it began. Asks
   * agents in advance what they can do, since there may be less time for it later.
   */
  public void use(FenceSetup configured) {
    synchronized (this) {
      setup = configured;
    }
    configured.devices().forEach(runner::metadata);
  }

  /**
   * Carries out a request, or joins one that is under way. Returns at once; the future never fails,
   * and belongs to the caller alone.
   */
  public CompletableFuture<FenceResult> fence(FenceRequest request) {
    Course course;
    Running mine;
    synchronized (this) {
      Running same = running.get(Goal.of(request));
      if (same != null) {
        return same.result().copy();
      }
      if (running.size() >= LIMIT) {
        return CompletableFuture.completedFuture(
            new FenceResult(
                request,
                Kind.FAILED,
                List.of(),
                Duration.ZERO,
                LIMIT + " requests are under way already"));
      }
      Work work = new Work(request, runner, timer, random);
      mine = new Running(work, history.begun(request), timer.now(), new CompletableFuture<>());
      course = new Course(setup, targets, work);
      running.put(Goal.of(request), mine);
    }
    CompletableFuture<FenceResult> result = mine.result().copy();
    CompletableFuture.completedFuture(course)
        .thenCompose(Course::run)
        .whenComplete((kind, failure) -> settle(mine, result(mine, kind, failure)));
    return result;
  }

  /**
   * Whether any device is for a node, as far as is known: false only where each of them says that
   * it is not. The future never fails.
   *
   * @param timeout for asking a device that has no timeout of its own
   */
  public CompletableFuture<Boolean> isFor(String node, Duration timeout) {
    FenceSetup now;
    synchronized (this) {
      now = setup;
    }
    CompletableFuture<Boolean> any =
        CompletableFuture.completedFuture(!now.topology().of(node).isEmpty());
    for (Device device : now.devices()) {
      any =
          any.thenCombine(
              targets.reach(device, node, timeout),
              (before, reach) -> before || reach.can() || !reach.isSure());
    }
    return any;
  }

  /**
   * A person says that a node is down, whatever devices say: requests to fence it that are under
   * way end with {@link Kind#CONFIRMED}.
   *
   * @param by who says so
   */
  public FenceEvent confirm(String node, String by) {
    List<Running> settled = harming(node);
    FenceEvent event = history.confirmed(node, by);
    settled.forEach(
        each -> settle(each, result(each, Kind.CONFIRMED, "`" + by + "` confirmed it by hand")));
    return event;
  }

  /**
   * Nobody wants a node fenced any more: requests to do so of which no device has been asked yet,
   * because they are delayed, end with {@link Kind#FAILED}. The others go on.
   *
   * @param why for people
   */
  public void withdraw(String node, String why) {
    for (Running each : harming(node)) {
      if (each.work().withdraw()) {
        settle(each, result(each, Kind.FAILED, why));
      }
    }
  }

  private synchronized List<Running> harming(String node) {
    List<Running> harming = new ArrayList<>();
    running.forEach(
        (goal, each) -> {
          if (goal.node().equalsIgnoreCase(node) && goal.action().isHarmful()) {
            harming.add(each);
          }
        });
    return harming;
  }

  private void settle(Running each, FenceResult result) {
    synchronized (this) {
      if (!running.remove(Goal.of(each.work().request()), each)) {
        return;
      }
      history.ended(each.id(), result);
    }
    each.work().abandon();
    each.result().complete(result);
  }

  private FenceResult result(Running mine, @Nullable Kind kind, @Nullable Throwable failure) {
    if (kind == Kind.DONE || kind == Kind.KEPT_OUT) {
      return result(mine, kind, "");
    }
    if (failure != null) {
      return result(mine, Kind.FAILED, DeviceRunner.reason(failure));
    }
    String reasons = FenceResult.reasons(mine.work().attempts());
    return result(mine, Kind.FAILED, reasons.isEmpty() ? "there is no fence device" : reasons);
  }

  private FenceResult result(Running each, Kind kind, String reason) {
    return new FenceResult(
        each.work().request(),
        kind,
        each.work().attempts(),
        timer.now().minus(each.began()),
        reason);
  }
}
