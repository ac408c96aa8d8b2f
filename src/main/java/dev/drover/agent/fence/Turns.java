package dev.drover.agent.fence;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Who may use a device now: so many at once as it allows, the others in order. */
final class Turns {
  /** How many wait for one device at most. */
  static final int WAITING = 100;

  private final Timer timer;
  private final Map<String, Queue> queues = new HashMap<>();

  private static final class Queue {
    private final Deque<CompletableFuture<Boolean>> waiting = new ArrayDeque<>();
    private int busy;
  }

  Turns(Timer timer) {
    this.timer = timer;
  }

  /**
   * Waits for a turn. Whoever gets true gives it back with {@link #give}; false says that the
   * device stayed busy.
   */
  CompletableFuture<Boolean> take(Device device, Duration atMost) {
    CompletableFuture<Boolean> turn = new CompletableFuture<>();
    synchronized (this) {
      Queue queue = queues.computeIfAbsent(device.id(), id -> new Queue());
      if (queue.busy < device.options().atOnce()) {
        queue.busy++;
        turn.complete(true);
        return turn;
      }
      if (queue.waiting.size() >= WAITING) {
        turn.complete(false);
        return turn;
      }
      queue.waiting.add(turn);
    }
    timer.after(atMost, () -> leave(device, turn));
    return turn;
  }

  private void leave(Device device, CompletableFuture<Boolean> turn) {
    boolean waited;
    synchronized (this) {
      Queue queue = queues.get(device.id());
      waited = queue != null && queue.waiting.remove(turn);
    }
    if (waited) {
      turn.complete(false);
    }
  }

  /** Gives a turn back: it is passed on, or the device rests. */
  void give(Device device) {
    CompletableFuture<Boolean> next = passOn(device);
    if (next != null) {
      next.complete(true);
    }
  }

  private synchronized @Nullable CompletableFuture<Boolean> passOn(Device device) {
    Queue queue = queues.get(device.id());
    if (queue == null) {
      return null;
    }
    CompletableFuture<Boolean> next = queue.waiting.poll();
    if (next == null && --queue.busy == 0) {
      queues.remove(device.id());
    }
    return next;
  }
}
