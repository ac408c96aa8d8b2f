package dev.drover.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where something was measured. */
final class Surroundings {
  private Surroundings() {}

  /** The machine and the Java, in one line. */
  static String line() {
    return Runtime.getRuntime().availableProcessors()
        + " processors"
        + processor()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.version")
        + ", Java "
        + System.getProperty("java.version");
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> " (" + line.substring(line.indexOf(':') + 1).strip() + ")")
          .findFirst()
          .orElse("");
    } catch (IOException nothingTold) {
      return "";
    }
  }
}
