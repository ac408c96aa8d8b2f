package dev.drover.daemon;

import dev.drover.peer.Site;
import dev.drover.plan.Action;
import dev.drover.raft.Replica;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What one of two members does when it does not hear the other: see {@link Alone}. On the loop. */
final class Pair {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Member member;
  private final Site site;
  private final Loop loop;
  private final Journal journal;
  private final ExecutorService slow =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "replication"));
  private @Nullable Alone alone;
  private @Nullable Action fencedBefore;

  Pair(Member member, Journal journal) {
    this.member = member;
    this.site = member.site();
    this.loop = member.loop();
    this.journal = journal;
  }

  /** Two vote, this one and another: the other's silence is no vote. */
  boolean isOne() {
    Replica log = member.replica();
    return log != null
        && log.members().size() == 2
        && log.members().stream().noneMatch(m -> m.votesOnly());
  }

  void lost(String peer) {
    Replica log = member.replica();
    if (log == null || alone != null) {
      return;
    }
    Optional<String> objection = log.mayContinueAlone();
    if (objection.isPresent()) {
      journal.line(
          "`" + peer + "` is lost, and this member does not go on alone: " + objection.get());
      return;
    }
    member.office().stop();
    Alone next =
        new Alone(
            peer,
            member.decider(),
            member.books().page().state(),
            (job, state, ended) -> member.tools().fences().fence(job, state, site.node(), ended),
            loop,
            member.clock(),
            journal,
            action -> goOnAlone(peer, action));
    alone = next;
    if (!site.reach().isEmpty()) {
      slow.execute(
          () -> {
            boolean reaches = Reach.any(site.reach());
            loop.execute(() -> afterReach(next, reaches));
          });
    } else {
      next.begin();
    }
  }

  private void afterReach(Alone next, boolean reaches) {
    if (alone != next) {
      return;
    }
    if (reaches) {
      next.begin();
    } else {
      journal.line(
          "none of %s answers: this node has lost its network, and fences nobody"
              .formatted(site.reach()));
      alone = null;
      loop.after(
          AGAIN,
          () -> {
            if (!member.present().contains(next.peer())
                && member.leading() == null
                && alone == null) {
              lost(next.peer());
            }
          });
    }
  }

  private void goOnAlone(String peer, Action fencing) {
    Replica log = member.replica();
    if (log == null) {
      return;
    }
    fencedBefore = fencing;
    slow.execute(
        () -> {
          try {
            log.continueAlone(peer);
          } catch (IOException | IllegalStateException e) {
            loop.execute(() -> journal.line("this member cannot go on alone: " + e.getMessage()));
          }
        });
  }

  /**
   * The other one is heard again, or this one leads.
   *
   * @return whether it had been given up
   */
  boolean end() {
    Alone before = alone;
    if (before == null) {
      return false;
    }
    before.end();
    alone = null;
    return true;
  }

  /** Whom this member waits for to be powered off; null where it does not. */
  @Nullable String givenUp() {
    return alone == null ? null : alone.peer();
  }

  /** The fencing by which this member came to lead alone; only once. */
  @Nullable Action takeFencing() {
    Action fencing = fencedBefore;
    fencedBefore = null;
    return fencing;
  }

  void close() {
    slow.shutdownNow();
  }
}
