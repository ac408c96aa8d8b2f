package dev.drover.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The demo as a program of its own: somebody types, and reads what it prints. */
final class Terminal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process program;
  private final PrintWriter keys;
  private final List<String> lines = new ArrayList<>();
  private int read;

  /** Starts it; its temporary files come into that folder. */
  Terminal(Path temporary) throws IOException {
    program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-Ddrover.home=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.drover.cli.Drover",
                "demo")
            .redirectErrorStream(true)
            .start();
    keys = new PrintWriter(program.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread reader =
        new Thread(() -> program.inputReader(StandardCharsets.UTF_8).lines().forEach(this::add));
    reader.setDaemon(true);
    reader.start();
  }

  private synchronized void add(String line) {
    lines.add(line);
    notifyAll();
  }

  void type(String line) {
    keys.println(line);
  }

  /** Waits for a line behind those that were waited for; times and durations may differ. */
  synchronized void expect(String line) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String wanted = plain(line);
    while (true) {
      while (read < lines.size()) {
        if (plain(lines.get(read++)).equals(wanted)) {
          return;
        }
      }
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(
            "waited %s for `%s` in:%n%s".formatted(PATIENCE, line, String.join("\n", lines)));
      }
      wait(left);
    }
  }

  private static String plain(String line) {
    return line.replaceAll("\\d\\d:\\d\\d:\\d\\d\\.\\d", "TIME").replaceAll("\\d+ ms", "N ms");
  }

  /** Waits for its end; the exit code. */
  int end() throws InterruptedException {
    if (!program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the demo does not end");
    }
    return program.exitValue();
  }

  @Override
  public void close() {
    program.destroy();
  }
}
