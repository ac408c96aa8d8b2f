package dev.drover.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Keeps where in Drover something broke, so that it can be given to whoever mends it. Messages stay
 * out of it: they may quote a parameter of a resource, such as a password.
 */
final class CrashFile {
  private static final int MAX_FRAMES = 200;

  private CrashFile() {}

  /**
   * Writes a file that only its owner can read, to the system's folder for temporary files.
   *
   * @throws IOException where nothing can be written there
   */
  static Path write(Throwable failure) throws IOException {
    Path file = Files.createTempFile("drover-crash-", ".txt");
    List<String> lines = new ArrayList<>();
    lines.add(new Drover.Version().getVersion()[0]);
    lines.add(
        "java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch"));
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable one = failure; one != null && seen.add(one); one = one.getCause()) {
      describe(one, lines);
    }
    Files.write(file, lines);
    return file;
  }

  private static void describe(Throwable failure, List<String> lines) {
    lines.add(failure.getClass().getName());
    StackTraceElement[] frames = failure.getStackTrace();
    for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
      lines.add("    at " + frames[i]);
    }
  }
}
