package dev.drover.daemon;

import dev.drover.agent.fence.FenceResult.Kind;
import dev.drover.execute.FenceOrder;
import dev.drover.execute.StatusDraft;
import dev.drover.execute.WatchdogWait;
import dev.drover.live.Decider;
import dev.drover.live.FenceJob;
import dev.drover.live.Token;
import dev.drover.model.ClusterState;
import dev.drover.plan.Action;
import dev.drover.plan.ActionKind;
import dev.drover.plan.Decision;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One of two members that does not hear the other any more: what the rules say about fencing is
 * done, and nothing else, until the other is known to be powered off. Only then may this one go on
 * alone.
 */
final class Alone {
  /** Port: whoever fences. */
  @FunctionalInterface
  interface Power {
    void fence(FenceJob job, ClusterState state, Fences.Ended ended);
  }

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(16);

  private final String peer;
  private final Decider decider;
  private final ClusterState state;
  private final Power power;
  private final Loop loop;
  private final InstantSource clock;
  private final Journal journal;
  private final Consumer<Runnable> again;
  private final Consumer<String> certain;
  private Duration pause = PAUSE;
  private String why = "";
  private boolean over;

  /**
   * Has not begun yet.
   *
   * @param state as it was known last
   * @param again runs what is to be tried again, once this node reaches anybody
   * @param certain is told how it is known that the other one is down, on the loop
   */
  Alone(
      String peer,
      Decider decider,
      ClusterState state,
      Power power,
      Loop loop,
      InstantSource clock,
      Journal journal,
      Consumer<Runnable> again,
      Consumer<String> certain) {
    this.peer = peer;
    this.decider = decider;
    this.state = without(state, peer);
    this.power = power;
    this.loop = loop;
    this.clock = clock;
    this.journal = journal;
    this.again = again;
    this.certain = certain;
  }

  /** The state in which the other one has just been lost. */
  static ClusterState without(ClusterState state, String peer) {
    StatusDraft draft = new StatusDraft(state);
    draft.quorate(true);
    draft.node(peer).lost();
    return draft.toState();
  }

  /** Whether the other one is being fenced, or will be again. */
  boolean fences() {
    return !over && !why.isEmpty();
  }

  String peer() {
    return peer;
  }

  /** Decides about the other one, and has it fenced. */
  void begin() {
    if (over) {
      return;
    }
    Decision decision = decider.rule(state, clock.instant()).decision();
    Optional<Action> fence = fencing(decision.plan().executed());
    if (fence.isEmpty()) {
      journal.line(
          "`%s` is lost and the rules do not have it fenced: nothing is started here%nMaybe no fence device is configured for it"
              .formatted(peer));
      loop.after(LONGEST_PAUSE, this::begin);
      return;
    }
    Action action = fence.get();
    FenceOrder order = FenceOrder.of(action);
    why = action.reason() == null ? "it is lost" : action.reason();
    journal.line("fence %s: %s".formatted(peer, why));
    // By devices only: neither of two is one that a majority counts on.
    String also = decision.conduct().watchdogTime().isZero() ? "" : "; " + WatchdogWait.tooFew(2);
    power.fence(
        new FenceJob(
            Token.NONE,
            0,
            peer,
            order.verb(),
            order.delay().toMillis(),
            0,
            decision.conduct().fencingTime().toMillis()),
        state,
        (kind, reason) ->
            loop.execute(() -> ended(kind, kind == Kind.FAILED ? reason + also : reason)));
  }

  private Optional<Action> fencing(List<Action> actions) {
    return actions.stream()
        .filter(action -> action.kind() == ActionKind.FENCE && peer.equals(action.node()))
        .findFirst();
  }

  private void ended(Kind kind, String reason) {
    boolean failed = kind == Kind.FAILED;
    journal.line("fencing %s %s: %s".formatted(peer, failed ? "failed" : "done", reason));
    if (over) {
      return;
    }
    if (kind == Kind.KEPT_OUT) {
      // As long as it has power it may go on alone as well, and what both agreed on is lost.
      journal.line(
          "this member does not go on alone: `%s` has power still, as %s does not cut it%nMaybe see that it is off, and say `drover fence confirm --it-is-off %s`"
              .formatted(peer, reason, peer));
    } else if (!failed) {
      over = true;
      certain.accept("fencing %s done: %s; because %s".formatted(peer, reason, why));
    } else {
      loop.after(pause, () -> again.accept(this::begin));
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
  }

  /** A person says that the other one is down: that is as good as a fence device's word. */
  void confirmed(String by) {
    if (!over) {
      over = true;
      certain.accept("%s confirms that %s is down".formatted(by, peer));
    }
  }

  /** The other one is there again, or somebody else decides: nothing more is begun here. */
  void end() {
    over = true;
  }
}
