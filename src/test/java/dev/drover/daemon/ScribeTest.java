package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.execute.StatusDraft;
import dev.drover.live.Entry;
import dev.drover.live.FenceRecord;
import dev.drover.live.Ledger;
import dev.drover.live.News;
import dev.drover.live.StatusPatch;
import dev.drover.model.ClusterState;
import dev.drover.model.status.NodeState;
import dev.drover.model.status.ResourceHistory;
import dev.drover.model.status.Status;
import dev.drover.text.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is written down, in which pieces, and what is sent only then. */
class ScribeTest {
  private static final int LOG_TAKES = 1 << 20;

  private final Ledger ledger =
      new Ledger(
          (name, text) -> {
            throw new IllegalArgumentException("nothing is configured here");
          });
  private final List<String> told = new ArrayList<>();
  private int entries;
  private int taken = LOG_TAKES;
  private final Scribe scribe =
      new Scribe(
          Runnable::run,
          InstantSource.fixed(Instant.EPOCH),
          this::append,
          ledger.state().status(),
          new Scribe.Reader() {
            @Override
            public void written(Status status, List<String> news, Map<String, Long> heard) {
              told.add("written");
            }

            @Override
            public void failed(Throwable problem) {
              told.add(String.valueOf(problem.getMessage()));
            }
          });

  private CompletableFuture<?> append(byte[] entry) {
    if (entry.length > taken) {
      throw new IllegalArgumentException("an entry of `" + entry.length + "` bytes");
    }
    try {
      ledger.apply(++entries, Wire.entry(entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CompletableFuture.completedFuture(null);
  }

  private static ClusterState crowd(ClusterState before, int nodes, int letters) {
    StatusDraft draft = new StatusDraft(before);
    for (int i = 0; i < nodes; i++) {
      draft.node("n" + i).online();
      draft.node("n" + i).attributes().put("big", "x".repeat(letters));
    }
    return draft.toState();
  }

  @Test
  void whatIsTooMuchForOneEntryIsWrittenInSeveral() {
    ClusterState state = crowd(ledger.state(), 90, 100_000);
    List<String> news = IntStream.range(0, 900).mapToObj(i -> i + "y".repeat(2000)).toList();
    scribe.afterwards(() -> told.add("sent"));
    scribe.keep(state, news);
    assertEquals(List.of("written", "sent"), told);
    assertEquals(state.status(), ledger.saved().status());
    assertEquals(news, ledger.saved().news().stream().map(News::line).toList());
    assertTrue(entries > 20, () -> "in " + entries + " entries");
  }

  @Test
  void whatFitsIsOneEntry() {
    ClusterState state = crowd(ledger.state(), 90, 1000);
    FenceRecord record = new FenceRecord("n1", "off", true, "n2", "by power", 1);
    scribe.remember(record);
    scribe.keep(state, List.of("a", "b"));
    assertEquals(1, entries);
    assertEquals(List.of(record), ledger.saved().fencings());
    assertEquals(state.status(), ledger.saved().status());
  }

  @Test
  void whatTheLogRefusesIsNotDoneNorAnythingAfterIt() {
    taken = 1000;
    ClusterState state = crowd(ledger.state(), 1, 2000);
    scribe.afterwards(() -> told.add("sent"));
    scribe.keep(state, List.of());
    taken = LOG_TAKES;
    scribe.keep(state, List.of("later"));
    assertEquals(2, told.size(), told::toString);
    assertTrue(told.stream().allMatch(each -> each.contains("an entry of `")), told::toString);
    assertEquals(0, entries);
  }

  @Test
  void historiesOfOneNodeAreParted() {
    NodeState node = crowd(ledger.state(), 1, 1).status().nodes().get(0);
    List<ResourceHistory> histories =
        IntStream.range(0, 9)
            .mapToObj(i -> new ResourceHistory("r" + i, null, Map.of(), List.of()))
            .toList();
    NodeState full =
        new NodeState(
            node.id(),
            node.name(),
            node.remote(),
            node.inCluster(),
            node.process(),
            node.join(),
            node.expected(),
            node.flags(),
            node.attributes(),
            node.utilization(),
            histories);
    Status empty = ledger.saved().status();
    Status after = new Status(true, null, null, List.of(full), List.of());
    Entry.Happened whole =
        new Entry.Happened(StatusPatch.between(empty, after), List.of("line"), 0);
    List<Entry.Happened> halves = whole.halves();
    assertEquals(2, halves.size());
    Status merged = empty;
    for (Entry.Happened half : halves) {
      assertTrue(Wire.bytes(half).length < Wire.bytes(whole).length);
      merged = half.patch().applyTo(merged);
    }
    assertEquals(after, merged);
  }
}
