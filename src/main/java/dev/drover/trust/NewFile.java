package dev.drover.trust;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes a file that only its owner may read, whole or not at all, and never over another. */
public final class NewFile {
  private NewFile() {}

  /**
   * Writes it, in UTF-8.
   *
   * @throws java.nio.file.FileAlreadyExistsException where there is such a file
   */
  public static void write(Path file, String text) throws IOException {
    Path draft =
        Files.createTempFile(
            file.toAbsolutePath().getParent(),
            ".new",
            "",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      // a link, because a move would replace what is there
      Files.createLink(file, draft);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
