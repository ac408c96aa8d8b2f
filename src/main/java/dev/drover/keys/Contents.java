package dev.drover.keys;

import dev.drover.peer.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What is in the files at one moment. */
@SuppressWarnings("ArrayRecordComponent")
record Contents(byte[] authority, byte[] certificate, byte[] key) {
  /** Far more than a chain of certificates has. */
  private static final int MAX_BYTES = 256 * 1024;

  static Contents of(Site.Tls files) throws IOException {
    return new Contents(read(files.authority()), read(files.certificate()), read(files.key()));
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException("`%s` has more than %d bytes".formatted(file, MAX_BYTES));
      }
      return bytes;
    }
  }

  boolean isSame(Contents other) {
    return Arrays.equals(authority, other.authority)
        && Arrays.equals(certificate, other.certificate)
        && Arrays.equals(key, other.key);
  }
}
