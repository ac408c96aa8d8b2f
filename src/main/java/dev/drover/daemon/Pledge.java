package dev.drover.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * On disk, that this machine has promised to reset itself once nobody counts on it. A daemon that
 * is started anew keeps the promise of the one before, because what that started may still run;
 * only a machine that was booted since is free of it.
 */
final class Pledge {
  private static final String NAME = "resets-itself";

  /** Other at each boot; random(4). */
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  private final Path file;
  private final String boot;

  /**
   * A promise, given or not.
   *
   * @param boot other at each boot of the machine
   */
  Pledge(Path file, String boot) {
    this.file = file;
    this.boot = boot;
  }

  /** The promise of the node whose folder that is, on this machine. */
  static Pledge in(Path data) {
    String boot;
    try {
      boot = Files.readString(BOOT).strip();
    } catch (IOException e) {
      // Then a promise outlives a boot: that is safe, and costs only a wait for a leader.
      boot = "unknown";
    }
    return new Pledge(data.resolve(NAME), boot);
  }

  /** Whether it was given since the machine was booted; also where that cannot be read. */
  boolean isGiven() {
    try {
      return Files.exists(file) && Files.readString(file).strip().equals(boot);
    } catch (IOException e) {
      return true;
    }
  }

  /**
   * Gives it. It is on disk once this returns.
   *
   * @throws IOException where the folder cannot be written: then it is not given
   */
  void give() throws IOException {
    Path draft = file.resolveSibling(NAME + ".new");
    try (FileChannel out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer text = StandardCharsets.UTF_8.encode(boot + "\n");
      while (text.hasRemaining()) {
        out.write(text);
      }
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel folder = FileChannel.open(file.resolveSibling("."))) {
      folder.force(true);
    }
  }

  /** Takes it back; nothing where it was not given. */
  void takeBack() throws IOException {
    Files.deleteIfExists(file);
  }
}
