package dev.drover.agent.systemd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What systemd does otherwise with a unit while Drover runs it: it does not restart the unit by
 * itself, which would hide a failure, and at shutdown it stops the unit after Drover, which has
 * stopped or moved it by then in its own order. Written as drop-ins, see {@code systemd.unit(5)};
 * they are gone when the machine restarts.
 */
final class Overrides {
  private static final String FILE = "50-drover.conf";

  private static final String ORDER =
      """
      # Made by Drover, which runs this unit, and removed when it stops it.
      [Unit]
      Before=drover.service
      """;

  private static final String SERVICE =
      """
      [Service]
      Restart=no
      """;

  private final @Nullable Path folder;

  /**
   * Drop-ins below a folder.
   *
   * @param folder {@code /run/systemd/system}; null where units stay as they are
   */
  Overrides(@Nullable Path folder) {
    this.folder = folder;
  }

  /**
   * Puts a unit's drop-in there. Where that cannot be done the unit runs without: that is no reason
   * not to start it.
   *
   * @return whether systemd has to read its units again
   */
  boolean put(String unit) {
    Path file = file(unit);
    if (file == null) {
      return false;
    }
    String text = unit.endsWith(".service") ? ORDER + SERVICE : ORDER;
    try {
      if (Files.exists(file) && Files.readString(file).equals(text)) {
        return false;
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return true;
    } catch (IOException unwritable) {
      return false;
    }
  }

  /**
   * Takes a unit's drop-in away.
   *
   * @return whether systemd has to read its units again
   */
  boolean remove(String unit) {
    Path file = file(unit);
    try {
      return file != null && Files.deleteIfExists(file);
    } catch (IOException unwritable) {
      return false;
    }
  }

  private @Nullable Path file(String unit) {
    return folder == null || !Files.isDirectory(folder)
        ? null
        : folder.resolve(unit + ".d").resolve(FILE);
  }
}
