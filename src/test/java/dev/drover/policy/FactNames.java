package dev.drover.policy;

import dev.drover.model.fact.Clock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The simple names of all facts. */
final class FactNames {
  private FactNames() {}

  static List<String> all() {
    try (Stream<Path> classes =
        Files.list(Path.of(Clock.class.getResource("Clock.class").toURI()).getParent())) {
      return classes
          .map(file -> file.getFileName().toString().replace(".class", ""))
          .filter(name -> !name.contains("$") && !name.endsWith("-info"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
