package dev.drover.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.text.InputException;
import dev.drover.text.InputProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroverTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path temp;

  @Test
  void helpNamesTheVerbs() {
    assertEquals(0, run("--help"));
    assertTrue(out.toString().contains("rules"), out.toString());
  }

  @Test
  void anUnknownVerbGetsAGuess() {
    assertEquals(64, run("ruls"));
    assertTrue(err.toString().startsWith("drover: Unmatched argument"), err.toString());
    assertTrue(err.toString().contains("rules"), err.toString());
  }

  @Test
  void anUnknownNodeToBringUpGetsAGuess() {
    String cluster = "scenarios/guests/needs-nothing.xml";
    assertEquals(65, run("simulate", cluster, "-u", "wm"));
    assertEquals(
        cluster + ": found `wm`, expected a node of this cluster\nMaybe `vm` is meant\n",
        err.toString());
  }

  @Test
  void aProfileTellsForEachInputWhatDecidingTakesAndWhatReadingIt() {
    assertEquals(
        0,
        run(
            "simulate",
            "--profile",
            "--repeat=2",
            "scenarios/guests/machine-stops.xml",
            "scenarios/guests/machine-moves.xml"));
    String time = " \\d+\\.\\d{6} s, reading \\d+\\.\\d{6} s\n";
    assertTrue(
        out.toString()
            .matches(
                "scenarios/guests/machine-stops.xml"
                    + time
                    + "scenarios/guests/machine-moves.xml"
                    + time
                    + "2 inputs"
                    + time),
        out.toString());
    assertEquals(
        64, run("simulate", "--profile", "--warm-up=-1", "scenarios/guests/machine-stops.xml"));
    assertTrue(err.toString().contains("found `-1`, expected --warm-up"), err.toString());
  }

  @Test
  void noVerbIsAMistake() {
    assertEquals(64, run());
    assertTrue(err.toString().contains("expected a verb"), err.toString());
  }

  @Test
  void rulesThatAreNotThereAreBadDataWithoutATrace() {
    assertEquals(65, run("rules", "--rules", temp.resolve("none").toString()));
    assertEquals(
        temp
            + "/none: found `nothing`, expected a folder with rules\nMaybe the right folder goes after --rules\n",
        err.toString());
  }

  @Test
  void eachKindOfFailureHasItsCode() {
    assertEquals(ExitCode.NO_INPUT, ExitCode.of(new NoSuchFileException("x")));
    assertEquals(ExitCode.INPUT_OUTPUT, ExitCode.of(new IOException("disk")));
    assertEquals(
        ExitCode.BAD_DATA,
        ExitCode.of(new InputException(new InputProblem("x", 1, 1, "a", "b", null))));
    assertEquals(ExitCode.INTERNAL_ERROR, ExitCode.of(new IllegalStateException()));
    assertEquals(ExitCode.INTERNAL_ERROR, ExitCode.of(new OutOfMemoryError()));
  }

  @Test
  void aMistakeInDroverKeepsItsPlaceInAFile() throws IOException {
    Throwable failure = new IllegalStateException("broken", new IllegalArgumentException("deep"));
    assertEquals(70, Failures.report(failure, new PrintWriter(err)));
    assertTrue(err.toString().startsWith("drover: internal error: "), err.toString());
    assertFalse(err.toString().contains("\tat "), err.toString());
    String kept = kept();
    assertTrue(
        kept.contains("java.lang.IllegalStateException\n    at dev.drover.cli.DroverTest"), kept);
    assertTrue(kept.contains("java.lang.IllegalArgumentException\n    at "), kept);
  }

  @Test
  void whatIsKeptOfAMistakeIsPrivate() throws IOException {
    Failures.report(
        new IllegalStateException("password=tiger", new IOException("passwd=lion")),
        new PrintWriter(err));
    Path file = details();
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    String kept = kept();
    assertFalse(kept.contains("tiger") || kept.contains("lion"), kept);
  }

  private Path details() {
    Matcher file = Pattern.compile("details in (.*)\\)").matcher(err.toString());
    assertTrue(file.find(), err.toString());
    return Path.of(file.group(1));
  }

  private String kept() throws IOException {
    String kept = Files.readString(details());
    Files.delete(details());
    return kept;
  }

  private int run(String... args) {
    return Drover.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
