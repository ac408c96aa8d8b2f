package dev.drover.agent.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.agent.process.Ended.How;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is ended, when, and who waits for whom. */
class SupervisorEndsTest {
  @TempDir Path folder;

  private final Supervisor supervisor = new Supervisor(Shell.LIMITS);

  @AfterEach
  void close() {
    supervisor.close();
  }

  @Test
  void timeoutEndsWhatTheProgramStartedToo() {
    Path late = folder.resolve("late");
    Ended ended =
        Shell.run(
            supervisor,
            timed(2, "(trap '' TERM; sleep 50; touch $1) & echo $!; wait; echo on", late));
    assertEquals(How.TIMED_OUT, ended.how());
    assertEquals(-1, ended.code());
    awaitGone(ended.output().strip());
    assertFalse(Files.exists(late));
  }

  @Test
  void programThatWillNotEndIsKilledAfterTheGrace() {
    Ended ended =
        Shell.run(
            supervisor, timed(2, "trap 'echo told' TERM; echo on; while :; do sleep 0.05; done"));
    assertEquals(How.TIMED_OUT, ended.how());
    assertEquals("on\ntold\n", ended.output());
    assertTrue(ended.took().compareTo(Duration.ofMillis(2200)) >= 0, ended.took().toString());
  }

  @Test
  void grandchildThatHoldsTheOutputDelaysNothingAndLives() {
    Ended ended = Shell.run(supervisor, Shell.script("sleep 300 & echo $!; exit 0"));
    assertEquals(How.EXITED, ended.how());
    ProcessHandle daemon = ProcessHandle.of(Long.parseLong(ended.output().strip())).orElseThrow();
    assertTrue(daemon.isAlive());
    daemon.destroyForcibly();
  }

  @Test
  void runningProgramIsCancelled() throws IOException {
    Path ready = pipe();
    CompletableFuture<Ended> result = new CompletableFuture<>();
    Processes.Child child =
        supervisor.start(Shell.script("echo $$ >$1; exec sleep 300", ready), result::complete);
    String id = Files.readString(ready).strip();
    child.cancel();
    Ended ended = Shell.soon(result);
    assertEquals(How.CANCELLED, ended.how());
    awaitGone(id);
    child.cancel();
  }

  @Test
  void noMoreRunAtOnceThanAllowed() {
    String count = "mkdir $1/$$; ls $1 | wc -l; sleep 0.1; rmdir $1/$$";
    List<CompletableFuture<Ended>> all =
        IntStream.range(0, 8)
            .mapToObj(i -> Shell.start(supervisor, Shell.script(count, folder)))
            .toList();
    List<String> counts = all.stream().map(one -> Shell.soon(one).output().strip()).toList();
    assertTrue(counts.stream().allMatch(one -> one.equals("1") || one.equals("2")), "" + counts);
  }

  @Test
  void othersWaitInOrderAndTooManyAreRefused() throws IOException {
    Path ready = pipe();
    List<String> order = new ArrayList<>();
    CompletableFuture<Ended> last = new CompletableFuture<>();
    try (Supervisor one = new Supervisor(new Limits(1, 3, 1000, Duration.ofMillis(200)))) {
      Processes.Child first =
          one.start(
              Shell.script("echo on >$1; exec sleep 300", ready),
              ended -> order.add("first " + ended.how()));
      Files.readString(ready);
      one.start(Shell.script("echo second"), ended -> order.add(ended.output().strip()));
      Processes.Child third =
          one.start(Shell.script("echo third"), ended -> order.add("third " + ended.how()));
      one.start(Shell.script("echo fourth"), last::complete);
      one.start(Shell.script("echo fifth"), ended -> order.add(ended.errors()));
      third.cancel();
      first.cancel();
      order.add(Shell.soon(last).output().strip());
    }
    assertEquals(
        List.of(
            "3 programs wait already", "third CANCELLED", "first CANCELLED", "second", "fourth"),
        order);
  }

  @Test
  void closingEndsAllThatRunAndWait() throws IOException {
    Path ready = pipe();
    List<CompletableFuture<Ended>> all = new ArrayList<>();
    all.add(Shell.start(supervisor, Shell.script("echo on >$1; exec sleep 300", ready)));
    Files.readString(ready);
    IntStream.range(0, 4).forEach(i -> all.add(Shell.start(supervisor, Shell.script("sleep 300"))));
    supervisor.close();
    all.forEach(one -> assertEquals(How.CANCELLED, Shell.soon(one).how()));
    Ended after = Shell.run(supervisor, Shell.script("true"));
    assertEquals("no program is started any more", after.errors());
  }

  private static Program timed(int seconds, String text, Object... arguments) {
    Program program = Shell.script(text, arguments);
    return new Program(program.command(), program.environment(), "", Duration.ofSeconds(seconds));
  }

  /** Reading it waits until a program has written to it. */
  private Path pipe() {
    Path pipe = folder.resolve("pipe");
    Shell.run(supervisor, Shell.script("mkfifo $1", pipe));
    return pipe;
  }

  private static void awaitGone(String id) {
    ProcessHandle.of(Long.parseLong(id)).ifPresent(handle -> Shell.soon(handle.onExit()));
  }
}
