package dev.drover.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is banned here, and what to use in its place. */
class TidyTest {
  private record Ban(String where, String pattern, String instead) {
    List<String> find(Path file, List<String> lines) {
      List<String> found = new ArrayList<>();
      Pattern banned = Pattern.compile(pattern);
      for (int i = 0; i < lines.size(); i++) {
        if (file.toString().matches(where) && banned.matcher(lines.get(i)).find()) {
          found.add(file + ":" + (i + 1) + ": `" + lines.get(i).strip() + "`: " + instead);
        }
      }
      return found;
    }
  }

  private static final String MARKS = String.join("|", "TO" + "DO", "FIX" + "ME", "X" + "XX");
  private static final String MAIN = "src/main/java/dev/drover/";

  private static final List<Ban> BANS =
      List.of(
          new Ban(".*", "\\b(" + MARKS + ")\\b", "do it, or leave it out"),
          new Ban(".*\\.(java|drl)", "\\t", "indent with spaces"),
          new Ban(
              MAIN + "(?!cli|rules/Precompile|daemon).*",
              "System\\.(out|err)\\b",
              "return it; cli prints"),
          new Ban(MAIN + ".*", "printStackTrace\\(\\)", "throw it, or say it to people"),
          new Ban(
              MAIN + ".*",
              "@SuppressWarnings\\(\"(all|unchecked|rawtypes)",
              "give it the right type"),
          new Ban(
              "src/test/.*",
              "Thread\\.sleep",
              "wait for what is to happen, or use a virtual clock"),
          new Ban(".*\\.java", "^import (static )?[\\w.]+\\.\\*;", "import what is used"),
          new Ban(
              MAIN + ".*",
              "\"(no-quorum-policy|on-fail|symmetric-cluster)\"\\.equals|\\.equals\\(.*options\\(\\)\\.get",
              "a rule reads options"));

  private static final int JAVA_LINES = 400;
  private static final int RULE_LINES = 150;

  /** Longer files, each with its reason. */
  private static final Map<String, String> LONG = Map.of();

  @Test
  void nothingBannedIsUsed() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      List<String> lines = Files.readAllLines(file);
      BANS.forEach(ban -> found.addAll(ban.find(file, lines)));
    }
    assertEquals(List.of(), found);
  }

  @Test
  void filesAreShortEnoughToRead() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      int limit = file.toString().endsWith(".java") ? JAVA_LINES : RULE_LINES;
      long length = Files.readAllLines(file).size();
      if (length > limit && !LONG.containsKey(file.toString())) {
        found.add(file + " has " + length + " lines, more than " + limit);
      }
    }
    assertEquals(List.of(), found);
    LONG.keySet().forEach(file -> assertTrue(Files.exists(Path.of(file)), file));
  }

  @Test
  void everyRuleFileSaysWhatItIsAbout() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      if (file.startsWith("rules") && !Files.readString(file).matches("(?s)\\s*(//|/\\*).*")) {
        found.add(file.toString());
      }
    }
    assertEquals(List.of(), found);
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String root : List.of("src", "rules")) {
      if (Files.isDirectory(Path.of(root))) {
        try (Stream<Path> found = Files.walk(Path.of(root))) {
          found
              .filter(file -> file.toString().matches(".*\\.(java|drl)"))
              .sorted()
              .forEach(files::add);
        }
      }
    }
    return files;
  }
}
