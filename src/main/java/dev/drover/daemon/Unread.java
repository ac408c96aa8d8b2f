package dev.drover.daemon;

import dev.drover.net.Connection;

/**
 * The letters that have come over one connection and were not read yet. Where they hold too many
 * bytes, nothing more is received over it until half of them are read. For several threads.
 */
final class Unread {
  /** Twice the longest letter. */
  static final int MOST_BYTES = 16 << 20;

  private final Connection connection;
  private int letters;
  private long bytes;
  private boolean isPaused;

  Unread(Connection connection) {
    this.connection = connection;
  }

  /** One more has come; how many there are now. */
  synchronized int came(int size) {
    letters++;
    bytes += size;
    if (bytes > MOST_BYTES && !isPaused) {
      isPaused = true;
      connection.read(false);
    }
    return letters;
  }

  /** One is about to be read. */
  synchronized void read(int size) {
    letters--;
    bytes -= size;
    if (isPaused && bytes <= MOST_BYTES / 2) {
      isPaused = false;
      connection.read(true);
    }
  }
}
