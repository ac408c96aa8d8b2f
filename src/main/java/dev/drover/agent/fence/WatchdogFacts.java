package dev.drover.agent.fence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the kernel tells of a watchdog without opening it: the files of {@code
 * /sys/class/watchdog/watchdog0}.
 *
 * @param timeout how long after the last sign of life it fires; empty where it is not told
 * @param noWayOut whether it cannot be stopped once it was opened
 */
public record WatchdogFacts(Optional<Duration> timeout, boolean noWayOut) {
  /** What stands in a folder; nothing where there is none. */
  public static WatchdogFacts in(Path folder) {
    return new WatchdogFacts(
        number(folder.resolve("timeout")).filter(seconds -> seconds > 0).map(Duration::ofSeconds),
        number(folder.resolve("nowayout")).orElse(0) != 0);
  }

  private static Optional<Integer> number(Path file) {
    try {
      return Optional.of(Integer.parseInt(Files.readString(file).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
