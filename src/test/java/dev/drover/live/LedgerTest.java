package dev.drover.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.model.ClusterState;
import dev.drover.model.config.Configuration;
import dev.drover.text.yaml.ClusterReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What entries make of the replicated state. */
class LedgerTest {
  private static final Path PAIR = Path.of("scenarios/validator-pair/cluster.yaml");

  private final Ledger ledger = new Ledger(LedgerTest::read);

  private static Configuration read(String name, String text) {
    if (!text.contains("nodes")) {
      throw new IllegalArgumentException(name + ": expected nodes");
    }
    try {
      return ClusterReader.read(PAIR).configuration();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Reply configure(long index, long expected) {
    return ledger.apply(index, new Entry.Configure(expected, "a.yaml", "nodes: []", "ann", 0));
  }

  @Test
  void aConfigurationIsTakenWhereNobodyChangedItMeanwhile() {
    assertTrue(configure(3, 0).done());
    assertEquals(3, ledger.saved().configuredAt());
    assertEquals(2, ledger.state().configuration().nodes().size());
  }

  @Test
  void aConfigurationThatWasChangedMeanwhileIsNotOverwritten() {
    configure(3, 0);
    Reply refused = configure(4, 0);
    assertFalse(refused.done());
    assertTrue(refused.message().contains("index `3`, expected `0`"), refused::message);
    assertEquals(3, ledger.saved().configuredAt());
    assertTrue(configure(5, -1).done());
  }

  @Test
  void whatMakesNoSenseChangesNothing() {
    configure(3, 0);
    Reply refused = ledger.apply(4, new Entry.Configure(-1, "a.yaml", "?", "ann", 0));
    assertEquals("a.yaml: expected nodes", refused.message());
    assertEquals(3, ledger.saved().configuredAt());
  }

  @Test
  void anAmendmentStaysUntilItIsTakenBackWhateverTheFileSays() {
    configure(3, 0);
    amend(4, "on");
    configure(5, 4);
    assertEquals("on", standby());
    amend(6, null);
    assertEquals("", standby());
    assertEquals(6, ledger.saved().configuredAt());
  }

  private void place(long index, String node, String score) {
    Amendment amendment = new Amendment(Amendment.Kind.PLACE, "VIP1", node, score);
    ledger.apply(index, new Entry.Amend(List.of(amendment), "ann", 5000));
  }

  private List<String> places() {
    return ledger.saved().amendments().stream()
        .map(made -> made.subject() + " " + made.name() + " " + made.value())
        .toList();
  }

  @Test
  void aResourceIsMovedToOneNodeOnly() {
    configure(3, 0);
    place(4, "pcmk1", "INFINITY");
    place(5, "pcmk2", "INFINITY");
    assertEquals(List.of("VIP1 pcmk2 INFINITY"), places());
    place(6, "pcmk1", "-INFINITY");
    assertEquals(List.of("VIP1 pcmk2 INFINITY", "VIP1 pcmk1 -INFINITY"), places());
    place(7, "pcmk1", "INFINITY");
    assertEquals(List.of("VIP1 pcmk1 INFINITY"), places());
  }

  private void amend(long index, String value) {
    Amendment amendment = new Amendment(Amendment.Kind.NODE_ATTRIBUTE, "pcmk1", "standby", value);
    ledger.apply(index, new Entry.Amend(List.of(amendment), "ann", 5000));
  }

  private String standby() {
    return ledger.state().configuration().nodes().get(0).attributes().stream()
        .map(set -> set.values().getOrDefault("standby", ""))
        .findFirst()
        .orElse("");
  }

  @Test
  void whoChangedWhatIsTold() {
    configure(3, 0);
    amend(4, "on");
    amend(5, null);
    ledger.apply(6, new Entry.Policy(-1, Map.of("a.drl", "x"), "bob", 7000));
    ledger.apply(7, new Entry.Policy(-1, Map.of(), "bob", 8000));
    configure(8, 0);
    assertEquals(
        List.of(
            new News(3, 0, "ann: applied `a.yaml`"),
            new News(4, 5000, "ann: `standby` of pcmk1 is `on`"),
            new News(5, 5000, "ann: `standby` of pcmk1 is taken back"),
            new News(6, 7000, "bob: the cluster decides by rules of its own"),
            new News(7, 8000, "bob: the cluster decides by the rules that Drover comes with")),
        ledger.saved().news());
    assertEquals(new Change("bob", 8000), ledger.saved().changed(), "the last was refused");
  }

  @Test
  void rulesAreComparedBeforeTheyAreExchangedToo() {
    assertTrue(ledger.apply(2, new Entry.Policy(0, Map.of("a.drl", "x"), "ann", 0)).done());
    assertFalse(ledger.apply(3, new Entry.Policy(0, Map.of(), "bob", 0)).done());
    assertEquals(Map.of("a.drl", "x"), ledger.saved().rules());
  }

  @Test
  void theLatestFencingsAreKept() {
    StatusPatch nothing = StatusPatch.between(ledger.saved().status(), ledger.saved().status());
    for (int i = 1; i <= Ledger.MOST_FENCINGS + 5; i++) {
      FenceRecord record = new FenceRecord("pcmk1", "off", true, "pcmk2", "by power", i);
      ledger.apply(i, new Entry.Happened(nothing, List.of(), List.of(record), i));
    }
    List<FenceRecord> fencings = ledger.saved().fencings();
    assertEquals(Ledger.MOST_FENCINGS, fencings.size());
    assertEquals(6, fencings.get(0).at());
    Ledger restored = new Ledger(LedgerTest::read);
    restored.restore(ledger.saved());
    assertEquals(fencings, restored.saved().fencings());
  }

  @Test
  void onlyTheLatestNewsAreKept() {
    for (int i = 1; i <= Ledger.MOST_NEWS + 5; i++) {
      StatusPatch nothing = StatusPatch.between(ledger.saved().status(), ledger.saved().status());
      ledger.apply(i, new Entry.Happened(nothing, List.of("line " + i), 1000L * i));
    }
    List<News> news = ledger.saved().news();
    assertEquals(Ledger.MOST_NEWS, news.size());
    assertEquals(new News(6, 6000, "line 6"), news.get(0));
  }

  @Test
  void patchesOfARunningClusterMakeTheSameStatusEverywhere() throws Exception {
    configure(1, 0);
    List<ClusterState> states = new ArrayList<>();
    Bench bench =
        new Bench(ledger.state(), new Token(1, 1, 0)) {
          @Override
          public void keep(ClusterState state, List<String> lines) {
            super.keep(state, lines);
            states.add(state);
          }
        };
    bench.up("pcmk1", "pcmk2");
    bench.settle();
    bench.coordinator.lost("pcmk1", Bench.NOW);
    FenceJob fence = bench.fences.values().iterator().next();
    bench.coordinator.fenced(fence, true, "by a device", Bench.NOW);
    bench.settle();
    assertTrue(states.size() > 20);
    long index = 1;
    for (ClusterState state : states) {
      StatusPatch patch = StatusPatch.between(ledger.saved().status(), state.status());
      ledger.apply(++index, new Entry.Happened(patch, List.of(), 0));
      assertEquals(state.status(), ledger.saved().status());
    }
  }
}
