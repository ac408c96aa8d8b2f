package dev.drover.daemon;

import dev.drover.keys.KeyRing;
import java.io.IOException;
import java.time.InstantSource;

/** Takes up a renewed certificate, and tells of one that cannot be used. */
final class Renewal {
  private final KeyRing keys;
  private final InstantSource clock;
  private final Journal journal;
  private String told = "";

  Renewal(KeyRing keys, InstantSource clock, Journal journal) {
    this.keys = keys;
    this.clock = clock;
    this.journal = journal;
  }

  /** Looks at the files once. */
  void look() {
    try {
      if (keys.look(clock.instant())) {
        told = "";
        journal.line(
            "another certificate is used from now on, valid until "
                + keys.certificate().getNotAfter().toInstant());
      }
    } catch (IOException e) {
      tell("the certificate's files have changed and are not used: " + e.getMessage());
    }
  }

  /** A file that is missing is found missing each time. */
  private void tell(String line) {
    if (!line.equals(told)) {
      told = line;
      journal.line(line);
    }
  }
}
