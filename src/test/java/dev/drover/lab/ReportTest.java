package dev.drover.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that {@code report} makes of the lines of runs. */
class ReportTest {
  private static final String RUN =
      """
      {"scenario": "%s", "stack": "%s", "nodes": 2, "active_twice": %d, "outage_ms": %s, \
      "lost": 1, "verdict": "%s", "detail": {"fenced": %s}}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void python() {
    Program.needPython();
  }

  @Test
  void stacksStandSideBySideAndNothingBadIsLeftOut() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("runs"),
            RUN.formatted("off", "one", 0, "1000.4", "ok", "[[\"node1\", 900]]")
                + RUN.formatted("off", "one", 0, "3000", "ok", "[[\"node1\", 900]]")
                + RUN.formatted("off", "one", 0, "1200", "ok", "[[\"node1\", 900]]")
                + RUN.formatted("off", "two", 1, "500", "ok", "[]")
                + RUN.formatted("off", "two", 0, "null", "not moved within 90 s", "[]")
                + RUN.formatted("boot-alone", "two", 0, "null", "ok", "[]")
                + RUN.formatted("flap", "two", 0, "80", "ok", "[]")
                    .replace("\"lost\": 1", "\"lost\": 0")
                + RUN.formatted("off", "two", 0, "900", "ok", "[]")
                    .replace("{\"scenario\"", "{\"workload\": \"full\", \"scenario\""));
    assertEquals(
        """
        | scenario | nodes | one | two |
        |---|---|---|---|
        | boot-alone | 2 |  | nobody served (1) |
        | flap | 2 |  | 0 / **0** / 0 (1) |
        | off | 2 | 1000 / **1200** / 3000 (3), fenced 3 | 500 / **500** / 500 (2), \
        **not as expected** 1, **active twice** 1 |
        | off (full) | 2 |  | 900 / **900** / 900 (1) |
        """,
        Program.run(Map.of(), "report", file.toString()).said());
  }
}
