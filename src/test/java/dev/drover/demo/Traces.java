package dev.drover.demo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What processes leave to be seen, and what is needed to run them at all. */
final class Traces {
  private Traces() {}

  static void assumeThatNodesCanRun() {
    Optional<String> missing =
        Stream.of("/bin/sh", "/usr/bin/setsid", "/proc/self/environ")
            .filter(path -> !Files.isReadable(Path.of(path)))
            .findFirst();
    missing.ifPresent(path -> System.out.println("skipped: the demo needs `" + path + "`"));
    assumeTrue(missing.isEmpty(), () -> "the demo needs `" + missing.orElseThrow() + "`");
  }

  /** The processes in whose environment a folder is named. */
  static List<Long> of(Path folder) {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> environment(pid).contains("=" + folder + "/"))
        .toList();
  }

  private static String environment(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException gone) {
      return "";
    }
  }
}
