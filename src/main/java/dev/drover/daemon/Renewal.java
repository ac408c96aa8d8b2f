package dev.drover.daemon;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Site;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/** Takes up a renewed certificate, and tells of one that cannot be used. */
final class Renewal {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final KeyRing keys;
  private final InstantSource clock;
  private final Journal journal;
  private String told = "";

  private Renewal(KeyRing keys, InstantSource clock, Journal journal) {
    this.keys = keys;
    this.clock = clock;
    this.journal = journal;
  }

  /**
   * Reads a node's files, and looks again and again from then on whether they have changed.
   *
   * @throws IOException where they cannot be used now; the message is for people
   */
  static KeyRing begin(Site.Tls files, Loop loop, Journal journal) throws IOException {
    KeyRing keys = KeyRing.read(files);
    Renewal renewal = new Renewal(keys, InstantSource.system(), journal);
    loop.every(PAUSE, renewal::look);
    return keys;
  }

  /** Looks at the files once. */
  private void look() {
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
