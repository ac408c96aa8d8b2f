package dev.drover.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The programs of {@code src/test/lab}, called as people and scripts call them. */
final class Program {
  /** How a program ended: its code, and what it wrote to output and errors together. */
  record Ended(int code, String said) {}

  private Program() {}

  /** Runs {@code src/test/lab/NAME} to its end. */
  static Ended run(Map<String, String> environment, String name, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("src/test/lab/" + name));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(10, TimeUnit.SECONDS), name + " does not end");
      return new Ended(process.exitValue(), said);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Skips the test, and prints why, where the lab has said that it cannot run here. */
  static void skipIfSkipped(Ended ended) {
    boolean skipped = ended.said().startsWith("skipped: ");
    if (skipped) {
      System.out.println("the lab is " + ended.said().strip());
    }
    assumeFalse(skipped, ended.said());
  }

  /** Skips the test, and prints why, on a machine without the system's Python. */
  static void needPython() {
    boolean there = Files.isExecutable(Path.of("/usr/bin/python3"));
    if (!there) {
      System.out.println("the lab's programs are skipped: no /usr/bin/python3 here");
    }
    assumeTrue(there, "no /usr/bin/python3 here");
  }
}
