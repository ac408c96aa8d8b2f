package dev.drover.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The folder of what must outlive a restart. It holds the configuration, and that the passwords of
 * fence devices: nobody but its owner may enter it.
 */
final class DataFolder {
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");

  private DataFolder() {}

  /**
   * Makes it where it is missing, and closes it to others where it is open to them.
   *
   * @throws IOException where that is not possible
   */
  static void make(Path data, Journal journal) throws IOException {
    Files.createDirectories(data, PosixFilePermissions.asFileAttribute(PRIVATE));
    Set<PosixFilePermission> found = Files.getPosixFilePermissions(data);
    if (!found.equals(PRIVATE)) {
      Files.setPosixFilePermissions(data, PRIVATE);
      journal.line(
          "`%s` had the permissions `%s`: it holds passwords, and is its owner's alone now"
              .formatted(data, PosixFilePermissions.toString(found)));
    }
  }
}
