package dev.drover.daemon;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be closed, the latest first; not for several threads. */
final class Closing implements AutoCloseable {
  private final Journal journal;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  Closing(Journal journal) {
    this.journal = journal;
  }

  /** Closes that, too, when its time has come. */
  <T extends AutoCloseable> T later(T part) {
    open.push(part);
    return part;
  }

  /** Closes everything; what cannot be closed does not keep the rest open. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        journal.line("not closed in good order: " + e.getMessage());
      }
    }
  }
}
