package dev.drover.raft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** An applier that remembers every entry as text, and answers how many there are. */
final class Book implements Applier {
  private final Change change;
  private final List<String> lines = new ArrayList<>();
  private final Map<Long, String> applied = new HashMap<>();
  private final ReentrantLock held = new ReentrantLock();
  private int restored;

  Book(Change change) {
    this.change = change;
  }

  @Override
  public byte[] apply(long index, byte[] entry) {
    String line = new String(entry, StandardCharsets.UTF_8);
    if (line.equals("poison")) {
      throw new IllegalStateException("poisoned");
    }
    held.lock();
    try {
      synchronized (this) {
        lines.add(line);
        applied.put(index, line);
      }
    } finally {
      held.unlock();
    }
    change.happened();
    return String.valueOf(lines().size()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public synchronized byte[] snapshot() {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void restore(byte[] snapshot) {
    synchronized (this) {
      restored++;
      lines.clear();
      if (snapshot.length > 0) {
        lines.addAll(List.of(new String(snapshot, StandardCharsets.UTF_8).split("\n")));
      }
    }
    change.happened();
  }

  /** Nothing is applied until it is unlocked. */
  ReentrantLock held() {
    return held;
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** What was applied here one by one, by index: what a snapshot brought is not in it. */
  synchronized Map<Long, String> applied() {
    return Map.copyOf(applied);
  }

  synchronized int restored() {
    return restored;
  }
}
