package dev.drover.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the program prints. */
final class ReadmeTest {
  private static final String SCENARIO = "scenarios/validator-pair/active-node-loses-power.yaml";

  private static List<String> readme = List.of();

  @BeforeAll
  static void read() throws IOException {
    readme = Files.readAllLines(Path.of("README.md"));
  }

  @Test
  void theFailoverIsPrintedAsShown() {
    StringWriter out = new StringWriter();
    assertEquals(0, run(out, "simulate", SCENARIO));
    assertShown("$ ./drover simulate " + SCENARIO, out.toString());
  }

  @Test
  void withoutTheRulesOfColocationThePromiseBreaksAsShown(@TempDir Path folder) throws IOException {
    Path mine = folder.resolve("mine");
    try (Stream<Path> files = Files.walk(Path.of("rules"))) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, mine.resolve(Path.of("rules").relativize(file).toString()));
      }
    }
    Files.delete(mine.resolve("3-score/colocation.drl"));
    StringWriter out = new StringWriter();
    assertEquals(1, run(out, "simulate", "--rules", mine.toString(), SCENARIO));
    assertShown("$ ./drover simulate --rules mine " + SCENARIO, out.toString());
  }

  private static int run(StringWriter out, String... arguments) {
    return Drover.run(new PrintWriter(out, true), new PrintWriter(System.err, true), arguments);
  }

  /**
   * Every line of the block behind the command stands in the output, in this order; an ellipsis
   * stands for any lines.
   */
  private static void assertShown(String command, String output) {
    List<String> printed = output.lines().toList();
    int from = 0;
    int line = readme.indexOf(command) + 1;
    assertTrue(line > 0, "the README shows no `" + command + "`");
    for (; !readme.get(line).equals("```"); line++) {
      String shown = readme.get(line);
      if (!shown.equals("…")) {
        int at = printed.subList(from, printed.size()).indexOf(shown);
        assertTrue(at >= 0, "README.md:" + (line + 1) + ": `" + shown + "` is not printed there");
        from += at + 1;
      }
    }
  }
}
