package dev.drover.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code packaging/drover.service}, as systemd reads it. */
class UnitFileTest {
  private static final Path UNIT = Path.of("packaging/drover.service");
  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

  @TempDir Path folder;

  @Test
  void systemdUnderstandsEveryLine() throws Exception {
    boolean there = Files.isExecutable(ANALYZE);
    if (!there) {
      System.out.println("the unit file is not verified: no " + ANALYZE + " here");
    }
    assumeTrue(there, "no " + ANALYZE);
    // the program need not be installed where the tests run
    Path unit = folder.resolve("drover.service");
    Files.writeString(
        unit, Files.readString(UNIT).replace("ExecStart=/usr/bin/drover", "ExecStart=/bin/true"));
    Process process =
        new ProcessBuilder(ANALYZE.toString(), "verify", "--man=no", unit.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
    // what other units of this machine lack is told, too
    List<String> ours = said.lines().filter(line -> line.contains("drover.service")).toList();
    assertEquals(List.of(), ours);
  }

  @Test
  void systemdWaitsLongerThanResourcesMayTakeToLeave() throws IOException {
    String unit = Files.readString(UNIT);
    long leaving = number(unit, "--stop-within ");
    long stop = number(unit, "TimeoutStopSec=");
    assertTrue(stop > leaving, stop + " s is not longer than " + leaving + " s");
  }

  private static long number(String text, String after) {
    String rest = text.substring(text.indexOf(after) + after.length());
    return Long.parseLong(rest.split("\\D", 2)[0]);
  }
}
