package dev.drover.daemon;

import dev.drover.live.Entry;
import dev.drover.live.FenceRecord;
import dev.drover.live.Finished;
import dev.drover.live.StatusPatch;
import dev.drover.model.ClusterState;
import dev.drover.model.status.Status;
import dev.drover.text.wire.Wire;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has what a leader knows written down, and sends letters only once that is. On the loop only. */
final class Scribe {
  /** So many bytes one entry has at most, where it can be parted: half of what the log takes. */
  static final int MOST_BYTES = 1 << 19;

  /** Port: who is told what became of it; on the loop. */
  interface Reader {
    /**
     * A status is written down, and with it all before.
     *
     * @param heard up to which of its results each node need not tell again
     */
    void written(Status status, List<String> news, Map<String, Long> heard);

    /** Something could not be written down, and nothing after it will be. */
    void failed(Throwable problem);
  }

  private final Executor loop;
  private final InstantSource clock;
  private final Function<byte[], ? extends CompletableFuture<?>> log;
  private final Reader reader;
  private final Map<String, Long> heard = new LinkedHashMap<>();

  /** What is sent once the state that it belongs to has been written down. */
  private final List<Runnable> outbox = new ArrayList<>();

  private final List<FenceRecord> fencings = new ArrayList<>();
  private Status submitted;
  private @Nullable Throwable broken;
  private boolean closed;

  /**
   * Has written nothing yet.
   *
   * @param log appends an entry; may refuse it by an exception at once
   * @param status what is written down already
   */
  Scribe(
      Executor loop,
      InstantSource clock,
      Function<byte[], ? extends CompletableFuture<?>> log,
      Status status,
      Reader reader) {
    this.loop = loop;
    this.clock = clock;
    this.log = log;
    this.submitted = status;
    this.reader = reader;
  }

  /** Does something once the next state that is kept is written down. */
  void afterwards(Runnable sending) {
    outbox.add(sending);
  }

  /** A node's result is in the next state that is kept. */
  void heard(String node, Finished finished) {
    heard.merge(node, finished.serial(), Math::max);
  }

  /** A fencing is over: that is written down with the next state. */
  void remember(FenceRecord fencing) {
    fencings.add(fencing);
  }

  /** Has a state written down, in as many entries as that takes. */
  void keep(ClusterState state, List<String> news) {
    StatusPatch patch = StatusPatch.between(submitted, state.status());
    long at = clock.instant().toEpochMilli();
    List<CompletableFuture<?>> appends = new ArrayList<>();
    for (byte[] part : parts(new Entry.Happened(patch, news, List.copyOf(fencings), at))) {
      appends.add(append(part));
    }
    fencings.clear();
    submitted = state.status();
    Map<String, Long> told = Map.copyOf(heard);
    heard.clear();
    List<Runnable> letters = List.copyOf(outbox);
    outbox.clear();
    var unused =
        CompletableFuture.allOf(appends.toArray(new CompletableFuture<?>[0]))
            .whenComplete(
                (done, problem) ->
                    loop.execute(() -> kept(state.status(), told, letters, news, problem)));
  }

  private static List<byte[]> parts(Entry.Happened whole) {
    byte[] bytes = Wire.bytes(whole);
    List<Entry.Happened> halves = bytes.length > MOST_BYTES ? whole.halves() : List.of();
    if (halves.isEmpty()) {
      return List.of(bytes);
    }
    List<byte[]> parts = new ArrayList<>();
    halves.forEach(half -> parts.addAll(parts(half)));
    return parts;
  }

  private CompletableFuture<?> append(byte[] entry) {
    Throwable before = broken;
    if (before != null) {
      // each entry builds on the one before
      return CompletableFuture.failedFuture(before);
    }
    try {
      return log.apply(entry);
    } catch (RuntimeException e) {
      broken = e;
      return CompletableFuture.failedFuture(e);
    }
  }

  private void kept(
      Status status,
      Map<String, Long> told,
      List<Runnable> letters,
      List<String> news,
      @Nullable Throwable problem) {
    if (problem == null) {
      reader.written(status, news, told);
      if (!closed) {
        letters.forEach(Runnable::run);
      }
    } else if (!closed) {
      reader.failed(problem);
    }
  }

  /** Sends nothing any more. */
  void close() {
    closed = true;
  }
}
