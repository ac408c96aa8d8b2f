package dev.drover.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.text.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an option means is for the rules to say: Java knows it by name only where it is read. */
class OptionNamesTest {
  private static final Path MAIN = Path.of("src/main/java/dev/drover");

  /** Where options are read, written or shown. */
  private static final List<String> READERS =
      List.of(
          "text/",
          "model/config/",
          // typed views of a fact's options, for rules and mechanism alike
          "model/fact/Operation.java",
          // the attribute of a recorded history has the option's name
          "model/status/ResourceHistory.java",
          // the demo shows people which line to edit
          "demo/ClusterText.java");

  /** Names that mean other things as well: tasks, verbs, keys of other files. */
  private static final Set<String> ORDINARY_WORDS =
      Set.of(
          "description",
          "enabled",
          "image",
          "interval",
          "maintenance",
          "name",
          "network",
          "notify",
          "options",
          "port",
          "range",
          "role",
          "score",
          "standby",
          "timeout");

  @Test
  void javaBelowTheReadersNamesNoOption() throws IOException {
    Set<String> names =
        Options.load().all().stream()
            .flatMap(
                option -> Stream.concat(Stream.of(option.name()), option.formerNames().stream()))
            .filter(name -> !ORDINARY_WORDS.contains(name))
            .map(name -> '"' + name + '"')
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(names.contains("\"migration-threshold\""), () -> "no options known: " + names);
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      names.stream()
          .filter(text::contains)
          .forEach(name -> found.add(MAIN.relativize(file) + " names " + name));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void eachExceptionIsOne() {
    assertEquals(
        List.of(), READERS.stream().filter(path -> !Files.exists(MAIN.resolve(path))).toList());
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(MAIN)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> READERS.stream().noneMatch(MAIN.relativize(file).toString()::startsWith))
          .sorted()
          .toList();
    }
  }
}
