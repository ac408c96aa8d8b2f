package dev.drover.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a program within a time limit, and watches how much memory it comes to. */
final class WatchedProgram {
  /** The most memory that a process has had so far, as Linux keeps it. */
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private static final long LOOK_EVERY_MS = 20;

  /**
   * How a program ended.
   *
   * @param said what it wrote to output and errors together
   * @param peakBytes the most memory that was resident; 0 where the system does not tell
   * @param gaveUp whether the time limit ended it
   */
  record Ended(String said, long peakBytes, int code, boolean gaveUp) {}

  private WatchedProgram() {}

  /**
   * Runs a program to its end, or to the limit.
   *
   * @throws IOException where it cannot be started
   */
  static Ended run(List<String> command, Duration limit) throws IOException, InterruptedException {
    Path said = Files.createTempFile("benchmark", ".out");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      long deadline = System.nanoTime() + limit.toNanos();
      long peak = 0;
      boolean gaveUp = false;
      while (!process.waitFor(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, peakOf(process));
        if (!gaveUp && System.nanoTime() > deadline) {
          gaveUp = true;
          process.destroyForcibly();
        }
      }
      return new Ended(Files.readString(said), peak, process.exitValue(), gaveUp);
    } finally {
      Files.delete(said);
    }
  }

  private static long peakOf(Process process) {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      Matcher peak = PEAK.matcher(Files.readString(status));
      return peak.find() ? Long.parseLong(peak.group(1)) << 10 : 0;
    } catch (IOException ended) {
      return 0;
    }
  }
}
