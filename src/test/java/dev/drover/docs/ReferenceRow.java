package dev.drover.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One option as a page of docs/reference tells of it.
 *
 * @param page the file's name
 * @param section the heading above its table
 * @param kind what the option belongs to; also the word of the catalogue, where it is in there
 * @param values the words or the type, as written
 * @param defaultValue as written
 * @param rules the rule files that read it, from {@code rules/}
 * @param classes the classes that read it, from {@code dev.drover}
 */
record ReferenceRow(
    String page,
    String section,
    String kind,
    String name,
    String values,
    String defaultValue,
    TreeSet<String> rules,
    TreeSet<String> classes) {
  private static final Path FOLDER = Path.of("docs/reference");
  private static final Pattern WORD = Pattern.compile("`([^`]+)`");

  static List<ReferenceRow> all() throws IOException {
    try (Stream<Path> pages = Files.list(FOLDER)) {
      return pages.sorted().flatMap(page -> read(page).stream()).toList();
    }
  }

  private static List<ReferenceRow> read(Path page) {
    List<ReferenceRow> rows = new ArrayList<>();
    String section = "";
    try {
      for (String line : Files.readAllLines(page)) {
        String[] cells = line.split(" ?\\| ?", -1);
        if (line.startsWith("## ")) {
          section = line.substring(3);
        } else if (line.startsWith("| `") && cells.length == 7) {
          rows.add(of(page.getFileName().toString(), section, cells));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static ReferenceRow of(String page, String section, String[] cells) {
    TreeSet<String> rules = new TreeSet<>();
    TreeSet<String> classes = new TreeSet<>();
    words(cells[5])
        .filter(word -> !word.equals("nothing"))
        .forEach(word -> (word.endsWith(".drl") ? rules : classes).add(word));
    String name = words(cells[1]).findFirst().orElseThrow();
    return new ReferenceRow(
        page, section, kind(page, section), name, cells[3], cells[4], rules, classes);
  }

  private static Stream<String> words(String cell) {
    return WORD.matcher(cell).results().map(found -> found.group(1));
  }

  private static String kind(String page, String section) {
    return switch (page + " " + section) {
      case "resource-options.md Every resource" -> "resource";
      case "resource-options.md Clones" -> "clone";
      case "resource-options.md Groups" -> "group";
      case "resource-options.md Bundles" -> "bundle";
      case "resource-options.md Connections to remote nodes" -> "connection";
      case "constraints.md Location" -> "location";
      case "constraints.md Rules in a location" -> "rule";
      case "constraints.md Colocation" -> "colocation";
      case "constraints.md Order" -> "order";
      case "constraints.md Ticket" -> "ticket";
      case "constraints.md Resource sets" -> "set";
      case "fence-devices.md Levels" -> "level";
      case "fence-devices.md Parameters" -> "fence-device";
      default -> page.substring(0, page.indexOf('-'));
    };
  }

  /** Nothing reads it: accepted, without effect. */
  boolean isIdle() {
    return rules.isEmpty() && classes.isEmpty();
  }

  @Override
  public String toString() {
    return page + ": `" + name + "` (" + kind + ")";
  }
}
