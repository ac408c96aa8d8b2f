package dev.drover.daemon;

import dev.drover.execute.WatchdogWait;
import dev.drover.live.Letter;
import dev.drover.live.NodeReport;
import dev.drover.live.Token;
import dev.drover.model.status.NodeState;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * By which a leader tells the nodes that it counts on them, and hears that it may: a leader that a
 * majority has not followed for {@link #LATE} counts on nobody, itself included. On the loop only.
 *
 * <p>Whoever is elected later was voted for by one at least of any majority, and that one did not
 * answer to this leader afterwards. Answers carry the moment to which they answer, by this leader's
 * own time. So this leader counts on nobody any more {@link #LATE} after the other was elected,
 * however late letters come and however long this process stands still. Ratis by itself gives no
 * such bound: a leader without a majority steps down within two of its longest election timeouts,
 * but only once it has nothing to append for one of them ({@code LeaderStateImpl.EventProcessor} in
 * 3.3.0).
 */
final class RollCall {
  /**
   * How often the roll is called. The same everywhere, whatever the site file says of heartbeats.
   */
  static final Duration EVERY = Duration.ofMillis(500);

  /** How long a leader may count on nodes after another one has been elected. */
  static final Duration LATE = WatchdogWait.LATE;

  /** Port: what the leader knows. */
  interface Leader {
    /** Whether nodes are to promise that they reset themselves. */
    boolean demands();

    /** Whether this member leads, as its copy of the log tells at this moment. */
    boolean leads();

    /** Those who vote. */
    Set<String> voters();

    /** Whether these are a majority of them. */
    boolean isMajority(Set<String> members);

    /** Nodes that are heard, this one included. */
    Set<String> present();

    /** Whether a node takes part, is not unclean and is not being fenced. */
    boolean countsOn(String node);

    /** Nodes whose promise is written down, or may be. */
    Set<String> relied();

    /** Sends a letter, or loses it. */
    void send(String node, Letter letter);
  }

  private final String node;
  private final Token tenure;
  private final Moments moments;
  private final Leader leader;
  private final Map<String, Letter.Here> answers = new HashMap<>();
  private final Map<String, Long> followed = new HashMap<>();

  /**
   * Nobody has answered yet.
   *
   * @param node the leader's own
   * @param tenure its time in office
   */
  RollCall(String node, Token tenure, Moments moments, Leader leader) {
    this.node = node;
    this.tenure = tenure;
    this.moments = moments;
    this.leader = leader;
  }

  /** Calls everybody who votes or has a watchdog, as long as any node has promised or is to. */
  void call() {
    boolean demands = leader.demands();
    Set<String> relied = leader.relied();
    if (!demands
        && relied.isEmpty()
        && answers.values().stream().noneMatch(Letter.Here::promised)) {
      return;
    }
    Set<String> voters = leader.voters();
    Set<String> nodes = new TreeSet<>(voters);
    nodes.addAll(leader.present());
    boolean isFollowed = isFollowed();
    for (String each : nodes) {
      Letter.Here here = answers.get(each);
      if (voters.contains(each) || here == null || here.withinMs() > 0) {
        long asked = here != null && isFollowed && leader.countsOn(each) ? here.number() : 0;
        leader.send(
            each,
            new Letter.Counted(tenure, moments.now(), asked, demands || relied.contains(each)));
      }
    }
  }

  private boolean isFollowed() {
    Set<String> followers = new HashSet<>();
    followed.forEach(
        (member, number) -> {
          if (moments.isWithin(LATE, number)) {
            followers.add(member);
          }
        });
    followers.remove(node);
    if (leader.leads()) {
      followers.add(node);
    }
    return leader.isMajority(followers);
  }

  /** A node has answered; where that makes a majority, nobody waits for the next call. */
  void here(Letter.Here here) {
    boolean wasFollowed = isFollowed();
    take(here);
    if (!wasFollowed && isFollowed()) {
      call();
    }
  }

  private void take(Letter.Here here) {
    Letter.Here before = answers.get(here.node());
    boolean isLate =
        before != null && before.boot().equals(here.boot()) && here.number() < before.number();
    if (!isLate) {
      answers.put(here.node(), here);
    }
    if (moments.isWithin(LATE, here.answers())) {
      followed.merge(here.node(), here.answers(), Math::max);
    }
  }

  /**
   * What is to be written down otherwise than it is: within how many milliseconds a node resets
   * itself, by its name; 0 where nothing is to be written. What is written of a node that does not
   * answer stays, as its promise does.
   *
   * @param states as they are written, of one node or of all
   */
  Map<String, Long> changes(List<NodeState> states) {
    boolean demands = leader.demands();
    Map<String, Long> changes = new LinkedHashMap<>();
    for (NodeState state : states) {
      long right = demands ? promised(state) : 0;
      if (right != state.resetsWithinMs()) {
        changes.put(state.name(), right);
      }
    }
    return changes;
  }

  private long promised(NodeState state) {
    Letter.Here here = answers.get(state.name());
    boolean isOfNow = here != null && here.boot().equals(state.flags().get(NodeReport.BOOT));
    if (here == null || !isOfNow || !"true".equals(state.inCluster())) {
      return state.resetsWithinMs();
    }
    return here.promised() ? here.withinMs() : 0;
  }
}
