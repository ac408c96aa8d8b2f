package dev.drover.daemon;

import dev.drover.live.Letter;
import dev.drover.model.ClusterState;
import dev.drover.raft.Member;
import dev.drover.raft.Replica;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets nodes go on which nothing runs any more. A leader that leaves itself goes last: without the
 * others it has no majority to write down what it stops, and while one is being released nobody is
 * to be missing. On the loop only.
 */
final class Farewell {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Leading.Means means;
  private final Replica replica;
  private final Supplier<ClusterState> state;
  private final BooleanSupplier closed;
  private final Set<String> releases = new LinkedHashSet<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private boolean goes;

  /**
   * Nobody wants to leave yet.
   *
   * @param state as it is known now
   * @param closed whether this member leads no more
   */
  Farewell(
      Leading.Means means, Replica replica, Supplier<ClusterState> state, BooleanSupplier closed) {
    this.means = means;
    this.replica = replica;
    this.state = state;
    this.closed = closed;
  }

  /** Nothing runs there any more. */
  void letGo(String node) {
    if (node.equals(means.node())) {
      goes = true;
      goLast();
    } else if (goes || HandOver.leaving(state.get()).contains(means.node())) {
      waiting.add(node);
      goLast();
    } else if (isPair()) {
      release(node);
    } else {
      means.post().send(node, new Letter.Left(node, false));
    }
  }

  private boolean isPair() {
    return replica.members().size() == 2 && replica.members().stream().noneMatch(Member::votesOnly);
  }

  private void goLast() {
    if (goes && releases.isEmpty()) {
      waiting.forEach(node -> means.post().send(node, new Letter.Left(node, false)));
      waiting.clear();
      means.post().send(means.node(), new Letter.Left(means.node(), false));
    }
  }

  /** Without the one of two that leaves, the one that stays would have no majority. */
  private void release(String node) {
    if (!releases.add(node)) {
      return;
    }
    var unused =
        replica
            .release(node)
            .whenComplete((done, problem) -> means.loop().execute(() -> ended(node, problem)));
  }

  private void ended(String node, @Nullable Throwable problem) {
    releases.remove(node);
    if (problem == null) {
      means.post().send(node, new Letter.Left(node, true));
    } else if (!closed.getAsBoolean()) {
      means.journal().line(node + " cannot be let go yet: " + problem.getMessage());
      means.loop().after(AGAIN, () -> letGoAgain(node));
    }
    goLast();
  }

  private void letGoAgain(String node) {
    if (!closed.getAsBoolean() && means.present().get().contains(node)) {
      letGo(node);
    }
  }
}
