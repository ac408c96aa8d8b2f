package dev.drover.raft;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Goes another way to a member that does not answer over this one. A link that swallows what is
 * sent over it ends no connection, and neither gRPC nor Ratis gives one up that has once been made.
 */
final class Detour implements AutoCloseable {
  private final Engine engine;
  private final Supplier<@Nullable Group> group;
  private final Duration silence;
  private final ScheduledExecutorService thread;

  /** When each member was last taken another way to, by this machine's steady time. */
  private final Map<Member, Long> taken = new HashMap<>();

  /**
   * Begins to look: another way is tried after one and a half of the longest elections in which
   * nothing is heard.
   */
  Detour(Setup setup, Engine engine, Supplier<@Nullable Group> group) {
    this.engine = engine;
    this.group = group;
    this.silence = setup.settings().electionMax().multipliedBy(3).dividedBy(2);
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "raft-detour-" + setup.self().name());
              made.setDaemon(true);
              return made;
            });
    long every = silence.dividedBy(4).toMillis();
    thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
  }

  private void look() {
    Group now = group.get();
    if (now == null) {
      return;
    }
    List<Member> silent;
    try {
      silent = now.silent(silence);
    } catch (RuntimeException e) {
      // it is closing
      return;
    }
    silent.stream().filter(this::isDue).forEach(this::take);
  }

  private boolean isDue(Member member) {
    Long before = taken.get(member);
    return before == null || System.nanoTime() - before >= 2 * silence.toNanos();
  }

  private void take(Member member) {
    Routes routes = Routes.to(Peers.of(member).getAddress());
    if (routes == null) {
      return;
    }
    taken.put(member, System.nanoTime());
    routes.leave();
    engine.callAnew(member);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
