package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drover.agent.fence.FakeTime;
import dev.drover.live.Letter;
import dev.drover.live.NodeReport;
import dev.drover.live.Token;
import dev.drover.model.status.NodeState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whom a leader, a, counts on: b and w vote too, w is a witness, and agent runs resources. */
class RollCallTest implements RollCall.Leader {
  private final FakeTime clock = new FakeTime();
  private final Moments moments = new Moments(clock, new Random(1));
  private final RollCall roll = new RollCall("a", new Token(1, 4, 0), moments, this);
  private final Set<String> fenced = new TreeSet<>();
  private final Set<String> relied = new TreeSet<>();
  private final Set<String> silent = new TreeSet<>();
  private final Map<String, Letter.Counted> sent = new TreeMap<>();
  private final Map<String, Boolean> promised = new HashMap<>(Map.of("a", true, "agent", true));
  private boolean demands = true;
  private boolean leads = true;

  @Override
  public boolean demands() {
    return demands;
  }

  @Override
  public boolean leads() {
    return leads;
  }

  @Override
  public Set<String> voters() {
    return Set.of("a", "b", "w");
  }

  @Override
  public boolean isMajority(Set<String> members) {
    return members.stream().filter(voters()::contains).count() >= 2;
  }

  @Override
  public Set<String> present() {
    return Set.of("a", "b", "agent", "plain");
  }

  @Override
  public boolean countsOn(String node) {
    return !fenced.contains(node) && !node.equals("w");
  }

  @Override
  public Set<String> relied() {
    return relied;
  }

  @Override
  public void send(String node, Letter letter) {
    sent.put(node, (Letter.Counted) letter);
  }

  /** Calls the roll, and has all answer that are not silent. */
  private void beat() {
    clock.pass(500);
    sent.clear();
    roll.call();
    Map<String, Letter.Counted> called = new TreeMap<>(sent);
    called.forEach(
        (node, letter) -> {
          if (!silent.contains(node)) {
            roll.here(here(node, letter.number()));
          }
        });
  }

  private Letter.Here here(String node, long answers) {
    boolean can = promised.containsKey(node);
    return new Letter.Here(
        node,
        node + "-1",
        moments.now(),
        answers,
        can ? 25_000 : 0,
        promised.getOrDefault(node, false));
  }

  private Set<String> counted() {
    Set<String> counted = new TreeSet<>();
    sent.forEach(
        (node, letter) -> {
          if (letter.answers() != 0) {
            counted.add(node);
          }
        });
    return counted;
  }

  private static NodeState state(String node, String boot, boolean isIn, long within) {
    Map<String, String> flags = new HashMap<>(Map.of(NodeReport.BOOT, boot));
    if (within > 0) {
      flags.put(NodeState.RESETS_WITHIN, Long.toString(within));
    }
    return new NodeState(
        node,
        node,
        false,
        Boolean.toString(isIn),
        "online",
        "member",
        "member",
        flags,
        Map.of(),
        List.of());
  }

  @Test
  void whoHasAnsweredIsCountedOnOnceAMajorityFollows() {
    beat();
    assertEquals(Set.of("a", "agent", "b", "plain", "w"), sent.keySet());
    assertEquals(Set.of("a", "b", "agent"), counted(), "at once");
    beat();
    assertEquals(Set.of("a", "b", "agent"), counted());
    assertEquals(
        Set.of("a", "agent", "b", "w"), sent.keySet(), "who has no watchdog is left in peace");
  }

  @Test
  void withoutAMajorityNobodyIsCountedOnTheLeaderLeastOfAll() {
    beat();
    beat();
    silent.addAll(Set.of("b", "w"));
    for (int i = 0; i < 6; i++) {
      beat();
      assertEquals(Set.of("a", "b", "agent"), counted());
    }
    beat();
    assertEquals(Set.of(), counted());
    silent.remove("w");
    beat();
    beat();
    assertEquals(Set.of("a", "b", "agent"), counted(), "a witness makes a majority");
  }

  @Test
  void aLeaderThatStoodStillCountsOnNobodyWhateverHasCome() {
    beat();
    long before = sent.get("b").number();
    clock.pass(RollCall.LATE.toMillis() + 1);
    roll.here(here("b", before));
    roll.here(here("w", before));
    sent.clear();
    roll.call();
    assertEquals(Set.of(), counted());
  }

  @Test
  void whoDoesNotLeadAnyMoreHasAllTheOthersToFollow() {
    leads = false;
    beat();
    beat();
    assertEquals(Set.of("a", "agent", "b"), counted(), "b and w are a majority");
    silent.add("b");
    clock.pass(RollCall.LATE.toMillis());
    beat();
    beat();
    assertEquals(Set.of(), counted());
  }

  @Test
  void whoIsFencedIsNotCountedOnThoughItIsHeard() {
    beat();
    fenced.add("agent");
    beat();
    assertEquals(Set.of("a", "b"), counted());
  }

  @Test
  void promisesAreWrittenDownOfTheAgentThatMadeThem() {
    beat();
    assertEquals(
        Map.of("a", 25_000L),
        roll.changes(
            List.of(
                state("a", "a-1", true, 0),
                state("agent", "agent-2", true, 0),
                state("b", "b-1", true, 0))));
    assertEquals(
        Map.of("b", 0L),
        roll.changes(
            List.of(
                state("a", "a-1", true, 25_000),
                state("agent", "agent-1", false, 25_000),
                state("b", "b-1", true, 25_000),
                state("x", "x-1", true, 25_000))),
        "what is lost, or was not heard yet, keeps its promise");
  }

  @Test
  void aNodeIsReleasedOnlyOnceItsPromiseIsWrittenNowhere() {
    beat();
    demands = false;
    relied.add("agent");
    assertEquals(
        Map.of("agent", 0L), roll.changes(List.of(state("agent", "agent-1", false, 25_000))));
    beat();
    assertEquals(true, sent.get("agent").demanded());
    assertEquals(false, sent.get("a").demanded());
    assertEquals(Set.of("a", "b", "agent"), counted());
    relied.clear();
    beat();
    assertEquals(false, sent.get("agent").demanded());
    promised.replaceAll((node, is) -> false);
    beat();
    beat();
    assertEquals(Set.of(), sent.keySet(), "nobody has promised anything: nothing is sent");
  }
}
