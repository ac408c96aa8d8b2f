package dev.drover.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecompileTest {
  private static final Path SMALL = Path.of("src/test/resources/rules/small");

  @TempDir private Path one;
  @TempDir private Path other;

  @Test
  void theSameRulesGiveTheSameClasses() throws Exception {
    Precompile.run(SMALL, one);
    Precompile.run(SMALL, other);
    assertEquals(files(one), files(other));
    assertTrue(files(one).size() > 5, files(one).toString());
    assertEquals(
        Files.readString(one.resolve(PackagedRules.LIST)),
        Files.readString(other.resolve(PackagedRules.LIST)));
  }

  @Test
  void whereTheRulesLieIsNotInTheClasses() {
    RuleFolder folder = RuleFolder.read(SMALL.toAbsolutePath());
    RuleCompiler.compile(folder)
        .classes()
        .forEach(
            (name, bytes) -> {
              String text = new String(bytes, StandardCharsets.ISO_8859_1);
              assertFalse(text.contains(SMALL.toAbsolutePath().toString()), name);
            });
  }

  @Test
  void unchangedRulesAreLeftAlone() throws Exception {
    Precompile.run(SMALL, one);
    Path list = one.resolve(PackagedRules.LIST);
    Files.setLastModifiedTime(list, FileTime.fromMillis(0));
    Precompile.run(SMALL, one);
    assertEquals(FileTime.fromMillis(0), Files.getLastModifiedTime(list));
  }

  @Test
  void withoutRulesThereAreNoClassesAndNoNamesOfThem() throws Exception {
    Precompile.run(one.resolve("none"), other);
    assertNoClasses();
  }

  @Test
  void brokenRulesDoNotStopTheBuild() throws Exception {
    Path rules =
        Written.folder(one.resolve("rules"), "1-a/a.drl", Written.rule("r", "  Nothing()", ""));
    Precompile.run(rules, other);
    assertNoClasses();
  }

  private void assertNoClasses() throws IOException {
    assertEquals(List.of(Path.of(RulePreload.NAMES), Path.of(PackagedRules.LIST)), files(other));
    assertEquals("", Files.readString(other.resolve(RulePreload.NAMES)));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }
}
