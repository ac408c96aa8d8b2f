package dev.drover.agent.fence;

import dev.drover.agent.fence.FenceEvent.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was fenced, by whom and with what result; the oldest results are forgotten. */
public final class FenceHistory {
  private final int limit;
  private final InstantSource clock;
  private final NavigableMap<Long, FenceEvent> pending = new TreeMap<>();

  /** The newest first. */
  private final Deque<FenceEvent> ended = new ArrayDeque<>();

  private long last;

  /**
   * An empty history.
   *
   * @param limit how many results are kept; 1 or more. What is pending is kept besides.
   * @param clock the time that people read
   */
  public FenceHistory(int limit, InstantSource clock) {
    if (limit < 1) {
      throw new IllegalArgumentException("a history of `" + limit + "`: expected 1 or more");
    }
    this.limit = limit;
    this.clock = clock;
  }

  /** Records that a request is under way; says under which id. */
  synchronized long begun(FenceRequest request) {
    long id = ++last;
    pending.put(
        id,
        new FenceEvent(
            id,
            request.node(),
            request.action(),
            request.by(),
            State.PENDING,
            List.of(),
            clock.instant(),
            null,
            ""));
    return id;
  }

  /** Records what came of a request. */
  synchronized void ended(long id, FenceResult result) {
    FenceEvent event = pending.remove(id);
    if (event != null) {
      keep(
          new FenceEvent(
              id,
              event.node(),
              event.action(),
              event.by(),
              switch (result.kind()) {
                case DONE, KEPT_OUT -> State.DONE;
                case FAILED -> State.FAILED;
                case CONFIRMED -> State.CONFIRMED;
              },
              result.devices(),
              event.since(),
              result.took(),
              result.reason()));
    }
  }

  /** Records that a person says that a node is down. */
  synchronized FenceEvent confirmed(String node, String by) {
    FenceEvent event =
        new FenceEvent(
            ++last,
            node,
            FenceAction.OFF,
            by,
            State.CONFIRMED,
            List.of(),
            clock.instant(),
            Duration.ZERO,
            "");
    keep(event);
    return event;
  }

  private void keep(FenceEvent event) {
    ended.addFirst(event);
    if (ended.size() > limit) {
      ended.removeLast();
    }
  }

  /** Everything that is known: what is pending, then results, each the newest first. */
  public synchronized List<FenceEvent> events() {
    return Stream.concat(pending.descendingMap().values().stream(), ended.stream()).toList();
  }

  /** What happened to a node last, be it pending; empty where nothing is known. */
  public synchronized Optional<FenceEvent> last(String node) {
    return events().stream().filter(event -> event.node().equalsIgnoreCase(node)).findFirst();
  }

  /** Forgets all results of a node; what is pending stays. */
  public synchronized void forget(String node) {
    ended.removeIf(event -> event.node().equalsIgnoreCase(node));
  }
}
