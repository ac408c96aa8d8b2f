package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.fence.FakeTime;
import dev.drover.live.Letter;
import dev.drover.live.Token;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * A leader a that b and c vote out at some moment without its noticing, and whose letters take any
 * time: whatever happens, a node that it counts on is not fed later than was promised.
 */
class CountingStoryTest {
  private static final Duration LEASE = Duration.ofSeconds(5);
  private static final Token TENURE = new Token(1, 1, 0);
  private static final long STEP = 10;

  private final FakeTime clock = new FakeTime();
  private final Map<String, Moments> moments = new TreeMap<>();
  private final Map<String, Lease> leases = new TreeMap<>();
  private boolean outvoted;
  private boolean fenced;
  private long standsStillUntil;
  private Random random = new Random(0);
  private boolean quick = true;

  private final class Leader implements RollCall.Leader {
    @Override
    public boolean demands() {
      return true;
    }

    @Override
    public boolean leads() {
      return true;
    }

    @Override
    public Set<String> voters() {
      return Set.of("a", "b", "c");
    }

    @Override
    public boolean isMajority(Set<String> members) {
      return members.size() >= 2;
    }

    @Override
    public Set<String> present() {
      return voters();
    }

    @Override
    public boolean countsOn(String node) {
      return !(fenced && node.equals("b"));
    }

    @Override
    public Set<String> relied() {
      return voters();
    }

    @Override
    public void send(String node, Letter letter) {
      later(() -> arrives(node, (Letter.Counted) letter));
    }
  }

  private RollCall roll = new RollCall("a", TENURE, new Moments(clock, random), new Leader());

  private void later(Runnable task) {
    clock.after(Duration.ofMillis(quick ? 5 : random.nextInt(4_000)), task);
  }

  private void arrives(String node, Letter.Counted letter) {
    if (letter.answers() != 0) {
      lease(node).renew(letter.answers());
    }
    long answers = outvoted && !node.equals("a") ? 0 : letter.number();
    Letter.Here here = new Letter.Here(node, "1", moments(node).now(), answers, 25_000, true);
    later(() -> atLeader(() -> roll.here(here)));
  }

  /** What a process does that stands still it does afterwards, all at once. */
  private void atLeader(Runnable task) {
    long waits = standsStillUntil - clock.now().toMillis();
    if (waits > 0) {
      clock.after(Duration.ofMillis(waits), task);
    } else {
      task.run();
    }
  }

  private Moments moments(String node) {
    return moments.computeIfAbsent(node, name -> new Moments(clock, random));
  }

  private Lease lease(String node) {
    return leases.computeIfAbsent(node, name -> new Lease(moments(name), LEASE));
  }

  private void call() {
    atLeader(roll::call);
    clock.after(RollCall.EVERY, this::call);
  }

  private void begin(RepetitionInfo story) {
    random = new Random(story.getCurrentRepetition());
    roll = new RollCall("a", TENURE, new Moments(clock, random), new Leader());
    call();
    clock.pass(3_000);
    for (String node : Set.of("a", "b", "c")) {
      assertTrue(lease(node).holds(), node);
    }
    quick = false;
    clock.pass(random.nextInt(3_000));
  }

  private void standsStill() {
    if (random.nextInt(100) == 0) {
      standsStillUntil = clock.now().toMillis() + random.nextInt(8_000);
    }
  }

  @RepeatedTest(50)
  void aLeaderThatWasVotedOutCountsOnNobodyForLong(RepetitionInfo story) {
    begin(story);
    outvoted = true;
    long end = clock.now().plus(RollCall.LATE).plus(LEASE).toMillis();
    while (clock.now().toMillis() <= end + 30_000) {
      standsStill();
      clock.pass(STEP);
      for (String node : clock.now().toMillis() > end ? Set.of("a", "b", "c") : Set.<String>of()) {
        assertFalse(lease(node).holds(), () -> node + " at " + clock.now());
      }
    }
  }

  @RepeatedTest(50)
  void whoIsBeingFencedIsOverInTime(RepetitionInfo story) {
    begin(story);
    fenced = true;
    long end = clock.now().plus(LEASE).toMillis();
    while (clock.now().toMillis() <= end + 30_000) {
      standsStill();
      clock.pass(STEP);
      if (clock.now().toMillis() > end) {
        assertFalse(lease("b").holds(), () -> "at " + clock.now());
      }
    }
  }
}
