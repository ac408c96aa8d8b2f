package dev.drover.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as the README shows it, with everything real. */
class DemoTest {
  private static final String PROMPT = "demo> ";

  @TempDir Path folder;

  @BeforeEach
  void needs() {
    Traces.assumeThatNodesCanRun();
  }

  @Test
  void runsAsTheReadmeShowsAndLeavesNothing() throws Exception {
    Path temporary = folder.toRealPath();
    try (Terminal terminal = new Terminal(temporary)) {
      for (String line : shown()) {
        if (line.startsWith(PROMPT)) {
          terminal.type(line.substring(PROMPT.length()));
        }
        if (!line.equals("…")) {
          terminal.expect(line);
        }
        if (line.equals(PROMPT + "kill pcmk1")) {
          assertTrue(!Traces.of(temporary).isEmpty(), "the nodes are processes of their own");
        }
      }
      assertEquals(0, terminal.end());
    }
    assertEquals(List.of(), Traces.of(temporary), "processes that are left");
    try (Stream<Path> files = Files.list(temporary)) {
      assertEquals(List.of(), files.toList(), "files that are left");
    }
  }

  private static List<String> shown() throws Exception {
    List<String> readme = Files.readAllLines(Path.of("README.md"));
    int begin = readme.indexOf("$ ./drover demo") + 1;
    assertTrue(begin > 0, "the README shows no `./drover demo`");
    List<String> rest = readme.subList(begin, readme.size());
    return rest.subList(0, rest.indexOf("```"));
  }
}
