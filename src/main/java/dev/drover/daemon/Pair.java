package dev.drover.daemon;

import dev.drover.live.Coordinator;
import dev.drover.model.ClusterState;
import dev.drover.peer.Site;
import dev.drover.raft.Replica;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one of two members does when it does not hear the other: see {@link Alone}. On the loop. */
final class Pair {
  /** Far longer than an election takes, in letters of which one comes a second. */
  private static final int PATIENCE = 5;

  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Member member;
  private final Site site;
  private final Loop loop;
  private final Journal journal;
  private final ExecutorService slow =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "replication"));
  private @Nullable Alone alone;
  private @Nullable Retreat retreat;

  /** Who was heard and then given up, and has not been heard since. */
  private @Nullable String silent;

  private String objected = "";

  /** How often the other one has said that it has no log. */
  private int without;

  private @Nullable Down down;

  /**
   * How this member comes to go on alone.
   *
   * @param peer the other one
   * @param how it is known that it is down
   * @param epoch that ends with it
   * @param meanwhile tells the next leader what was done here before
   */
  record Down(String peer, String how, long epoch, Consumer<Coordinator> meanwhile) {}

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

  /** The other one is given up. */
  void lost(String peer) {
    silent = peer;
    goOnWithout(peer);
  }

  /**
   * The other one is heard, and has lost its log. It counts as a vote still, and cannot give it: it
   * is given up like one that is silent. It is called once a second.
   *
   * @return whether it counts as a vote still
   */
  boolean hasNoLog(String peer) {
    Replica log = member.replica();
    boolean waits =
        log != null
            && isOne()
            && log.members().stream().anyMatch(voter -> voter.name().equals(peer));
    without = waits ? without + 1 : 0;
    if (without == PATIENCE) {
      journal.line("`%s` has lost its log, and its vote with it".formatted(peer));
      lost(peer);
    }
    return waits;
  }

  /** Nobody leads, for whatever reason: where the other one is heard that is told. */
  void isStuck() {
    site.members().stream()
        .filter(each -> !each.name().equals(site.node()))
        .filter(each -> member.present().contains(each.name()))
        .findFirst()
        .ifPresent(
            other -> {
              String line =
                  "`%s` is heard, but the log does not get from one to the other: nobody leads, and services go on as they are%nMaybe something blocks port %d"
                      .formatted(other.name(), other.replication().port());
              if (!line.equals(objected)) {
                objected = line;
                journal.line(line);
              }
            });
  }

  /** Somebody is heard. */
  void heard(String node) {
    if (node.equals(silent)) {
      silent = null;
    }
  }

  /** Looks again at what this member waits for: what stood against it may be over. */
  void watch() {
    if (!isOne() || alone != null || down != null || member.isClosed()) {
      return;
    }
    String peer = silent;
    if (peer != null) {
      goOnWithout(peer);
    } else {
      member.office().resume();
    }
  }

  private void goOnWithout(String peer) {
    Replica log = member.replica();
    if (log == null || alone != null) {
      return;
    }
    // Who has asked for leave may have been let go already, and the other gone on.
    Optional<String> objection =
        member.work().wantsToLeave() ? Optional.of("it wants to leave") : log.mayContinueAlone();
    if (objection.isPresent()) {
      if (!objection.get().equals(objected)) {
        objected = objection.get();
        journal.line(
            "`%s` is lost, and this member does not go on alone: %s".formatted(peer, objected));
      }
      return;
    }
    objected = "";
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
            this::whenReaching,
            how -> goOnAlone(peer, how));
    alone = next;
    if (!site.reach().isEmpty()) {
      slow.execute(
          () -> {
            boolean reaches = Reach.any(site.reach());
            loop.execute(() -> afterReach(next, reaches));
          });
    } else {
      begin(next);
    }
  }

  /** The network may be lost while fencing fails: who has lost it must not win in the end. */
  private void whenReaching(Runnable then) {
    if (site.reach().isEmpty()) {
      then.run();
    } else if (!member.isClosed()) {
      slow.execute(
          () -> {
            boolean reaches = Reach.any(site.reach());
            loop.execute(
                () -> {
                  if (reaches) {
                    then.run();
                  } else if (alone != null) {
                    loop.after(AGAIN, () -> whenReaching(then));
                  }
                });
          });
    }
  }

  private void begin(Alone next) {
    next.begin();
    if (next.fences()) {
      ClusterState state = Alone.without(member.books().page().state(), next.peer());
      Retreat stops =
          new Retreat(site.node(), member.work(), member.decider(), state, member.clock(), journal);
      retreat = stops;
      stops.begin();
    }
  }

  private void afterReach(Alone next, boolean reaches) {
    if (alone != next) {
      return;
    }
    if (reaches) {
      begin(next);
    } else {
      journal.line(
          "none of %s answers: this node has lost its network, and fences nobody"
              .formatted(site.reach()));
      alone = null;
    }
  }

  private void goOnAlone(String peer, String how) {
    Replica log = member.replica();
    if (log == null) {
      return;
    }
    Retreat stops = retreat;
    down = new Down(peer, how, log.epoch(), stops == null ? next -> {} : stops::tell);
    slow.execute(
        () -> {
          try {
            log.continueAlone(peer);
          } catch (IOException | IllegalStateException e) {
            loop.execute(() -> staysTwo(String.valueOf(e.getMessage())));
          }
        });
  }

  private void staysTwo(String why) {
    journal.line("this member cannot go on alone: " + why);
    down = null;
    alone = null;
    endRetreat();
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
    member.tools().fences().withdraw(before.peer(), "it is heard again");
    alone = null;
    endRetreat();
    return true;
  }

  private void endRetreat() {
    Retreat stops = retreat;
    if (stops != null) {
      retreat = null;
      stops.end(down != null);
    }
  }

  /** Whom this member waits for to be powered off; null where it does not. */
  @Nullable String givenUp() {
    return alone == null ? null : alone.peer();
  }

  /**
   * A person says that a node is down.
   *
   * @return false where this member is not one of two that waits for that
   * @throws IllegalArgumentException where it is, and may not go on alone all the same
   */
  boolean confirm(String node, String by) {
    Alone waits = alone;
    if (waits != null && waits.peer().equals(node)) {
      member.tools().fences().confirm(node, by);
      waits.confirmed(by);
      return true;
    }
    Replica log = member.replica();
    boolean lost = isOne() && member.leading() == null && !member.present().contains(node);
    Optional<String> objection =
        log == null || !lost || site.member(node).isEmpty()
            ? Optional.empty()
            : log.mayContinueAlone();
    if (objection.isPresent()) {
      throw new IllegalArgumentException(
          "`%s` does not go on alone, whether `%s` is down or not: %s"
              .formatted(site.node(), node, objection.get()));
    }
    return false;
  }

  /** How this member came to lead in an epoch of its own; only once, null where it did not. */
  @Nullable Down takeDown(long epoch) {
    Down before = down;
    if (before == null || epoch <= before.epoch()) {
      return null;
    }
    down = null;
    return before;
  }

  void close() {
    slow.shutdownNow();
  }
}
