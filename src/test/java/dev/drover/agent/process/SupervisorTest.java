package dev.drover.agent.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.process.Ended.How;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program is given, and what is kept of it. */
class SupervisorTest {
  @TempDir Path folder;

  private final Supervisor supervisor =
      new Supervisor(new Limits(2, 8, 1000, Duration.ofMillis(200)));

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void exitCodeOutputAndErrorsAreKept() {
    Ended ended = Shell.run(supervisor, Shell.script("echo out; echo wrong >&2; exit 9"));
    assertEquals(new Ended(How.EXITED, 9, "out\n", "wrong\n", ended.took()), ended);
  }

  @Test
  void outputIsCutAndTheRestDrained() {
    // Far more than a pipe holds: whoever did not drain it would wait for ever.
    Ended ended =
        Shell.run(
            supervisor,
            Shell.script("yes | head -c 400000; yes no | head -c 400000 >&2; echo x; exit 3"));
    assertEquals(How.EXITED, ended.how());
    assertEquals(3, ended.code());
    assertEquals("y\n".repeat(500), ended.output());
    assertEquals(1000, ended.errors().length());
  }

  @Test
  void nothingIsInherited() {
    Program program =
        new Program(
            List.of("/usr/bin/env"), Map.of("ONE", "1", "TWO", "two words"), "", Shell.LONG);
    assertEquals(
        List.of("ONE=1", "TWO=two words"),
        Shell.run(supervisor, program).output().lines().sorted().toList());
  }

  @Test
  void inputIsGivenAndEnds() {
    Program program = new Program(List.of("/bin/cat"), Map.of(), "one\ntwo", Shell.LONG);
    assertEquals("one\ntwo", Shell.run(supervisor, program).output());
  }

  @Test
  void inputThatNobodyReadsHoldsNothingUp() {
    Program program =
        new Program(List.of("/bin/true"), Map.of(), "x".repeat(Limits.INPUT_BYTES), Shell.LONG);
    assertEquals(How.EXITED, Shell.run(supervisor, program).how());
  }

  @Test
  void programLeadsItsOwnSession() {
    // The fields after the name: state, parent, process group, session.
    Ended ended = Shell.run(supervisor, Shell.script("echo $$; read -r s </proc/$$/stat; echo $s"));
    List<String> lines = ended.output().lines().toList();
    String[] fields = lines.get(1).replaceFirst(".*\\) ", "").split(" ");
    assertEquals(List.of(lines.get(0), lines.get(0)), List.of(fields[2], fields[3]));
  }

  @Test
  void programEndedBySignalSaysWhich() {
    Ended ended = Shell.run(supervisor, Shell.script("kill -9 $$"));
    assertEquals(How.EXITED, ended.how());
    assertEquals(128 + 9, ended.code());
  }

  @Test
  void whatCannotBeStartedSaysWhy() {
    Path missing = folder.resolve("missing");
    assertEquals("there is no program `" + missing + "`", refused(missing.toString()));
    assertEquals("there is no program `" + folder + "`", refused(folder.toString()));
    Path plain = Shell.executable(folder.resolve("plain"), "#!/bin/sh\n");
    assertTrue(plain.toFile().setExecutable(false, false));
    assertEquals("`" + plain + "` is not executable", refused(plain.toString()));
    Path odd = Shell.executable(folder.resolve("odd"), "#!/no/interpreter\n");
    assertTrue(refused(odd.toString()).endsWith("No such file or directory"));
    assertTrue(refused("true").startsWith("a program is named by its absolute path"));
  }

  @Test
  void environmentThatCannotBeIsRefused() {
    Program program = new Program(List.of("/bin/true"), Map.of("A=B", "1"), "", Shell.LONG);
    Ended ended = Shell.run(supervisor, program);
    assertEquals(How.NOT_STARTED, ended.how());
    assertTrue(ended.errors().contains("A=B"), ended.errors());
  }

  @Test
  void inputThatIsTooLongIsRefused() {
    String input = "x".repeat(Limits.INPUT_BYTES + 1);
    Ended ended =
        Shell.run(supervisor, new Program(List.of("/bin/cat"), Map.of(), input, Shell.LONG));
    assertEquals("the input of `/bin/cat` is longer than 65536 bytes", ended.errors());
  }

  private String refused(String command) {
    Ended ended = Shell.run(supervisor, Shell.program(List.of(command)));
    assertEquals(How.NOT_STARTED, ended.how());
    assertEquals(-1, ended.code());
    return ended.errors();
  }
}
