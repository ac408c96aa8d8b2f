package dev.drover.daemon;

import dev.drover.live.Letter;
import dev.drover.raft.Member;
import dev.drover.raft.Replica;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Lets nodes go on which nothing runs any more. On the loop only. */
final class Farewell {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Leading.Means means;
  private final Replica replica;
  private final BooleanSupplier closed;

  /**
   * Nobody wants to leave yet.
   *
   * @param closed whether this member leads no more
   */
  Farewell(Leading.Means means, Replica replica, BooleanSupplier closed) {
    this.means = means;
    this.replica = replica;
    this.closed = closed;
  }

  /** Without the one of two that leaves, the one that stays would have no majority. */
  void letGo(String node) {
    boolean ofPair =
        !node.equals(means.node())
            && replica.members().size() == 2
            && replica.members().stream().noneMatch(Member::votesOnly);
    if (!ofPair) {
      means.post().send(node, new Letter.Left(node, false));
      return;
    }
    var unused =
        replica
            .release(node)
            .whenComplete((done, problem) -> means.loop().execute(() -> released(node, problem)));
  }

  private void released(String node, @Nullable Throwable problem) {
    if (problem == null) {
      means.post().send(node, new Letter.Left(node, true));
    } else if (!closed.getAsBoolean()) {
      means.journal().line(node + " cannot be let go yet: " + problem.getMessage());
      means.loop().after(AGAIN, () -> letGoAgain(node));
    }
  }

  private void letGoAgain(String node) {
    if (!closed.getAsBoolean() && means.present().get().contains(node)) {
      letGo(node);
    }
  }
}
