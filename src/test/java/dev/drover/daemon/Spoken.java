package dev.drover.daemon;

import static dev.drover.waiting.Waiting.await;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionTimeoutException;

/** A ground with what its nodes say in their journals. */
class Spoken extends Ground {
  private static final Duration POLL = Duration.ofMillis(20);

  final StringWriter said = new StringWriter();
  Duration patience = Duration.ofSeconds(30);

  Spoken(Path folder) {
    super(folder);
  }

  /** Something that is waited for. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  boolean said(String line) {
    return count(line) > 0;
  }

  /** In how many lines of the journals that stands. */
  long count(String part) {
    return said().lines().filter(line -> line.contains(part)).count();
  }

  /** Fails unless the journals hold these parts of lines, one after the other. */
  void inOrder(String... parts) {
    String all = said();
    int at = 0;
    for (String part : parts) {
      int found = all.indexOf(part, at);
      if (found < 0) {
        throw new AssertionError("`" + part + "` is missing, or too early, in\n" + all);
      }
      at = found;
    }
  }

  /** Mistakes that a daemon made: exceptions that nobody expected. */
  List<String> mistakes() {
    return said().lines().filter(line -> line.startsWith("a mistake in Drover")).toList();
  }

  String said() {
    return said.toString();
  }

  void until(String what, Condition condition) {
    try {
      await().atMost(patience).pollInterval(POLL).until(condition::holds);
    } catch (ConditionTimeoutException e) {
      throw new AssertionError("waited " + patience + " for: " + what + "\n" + said, e);
    }
  }

  /** Ends all that runs on a machine, as when its power is gone. */
  void powerOff(String name) throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder.resolve("services"), "*." + name)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
