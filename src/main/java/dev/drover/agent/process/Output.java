package dev.drover.agent.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** What a program prints, without ever waiting for it: the beginning is kept, the rest dropped. */
final class Output {
  private static final int BUFFER = 16 * 1024;

  private final InputStream from;
  private final int limit;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final byte[] buffer = new byte[BUFFER];

  Output(InputStream from, int limit) {
    this.from = from;
    this.limit = limit;
  }

  /** Takes what is there by now; true where there was something. */
  boolean take() {
    // When the program ends, the JDK empties and replaces the pipe under this monitor. Without it
    // the bytes could be gone between the two calls, and the read would wait for a grandchild.
    synchronized (from) {
      try {
        int ready = from.available();
        if (ready <= 0) {
          return false;
        }
        int count = from.read(buffer, 0, Math.min(ready, BUFFER));
        kept.write(buffer, 0, Math.max(0, Math.min(count, limit - kept.size())));
        return count > 0;
      } catch (IOException closed) {
        return false;
      }
    }
  }

  /**
   * Takes what the program left when it ended, and closes the pipe. Only as much as is kept, since
   * a grandchild may print for ever.
   */
  void finish() {
    while (kept.size() < limit && take()) {}
    try {
      from.close();
    } catch (IOException closed) {
      // Nothing more was to be read from it.
    }
  }

  String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
