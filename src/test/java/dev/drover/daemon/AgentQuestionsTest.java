package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.live.Letter;
import dev.drover.peer.Role;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions of agents while nobody leads, and of which an answer was lost. */
class AgentQuestionsTest {
  @TempDir Path folder;
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final StringWriter said = new StringWriter();

  private String run(AgentQuestions.Leader leader) throws Exception {
    Journal journal = new Journal(new PrintWriter(said));
    Ring ring = new Ring(folder, "a");
    try (Loop loop = new Loop("a", journal);
        AutoCloseable unused =
            AgentQuestions.begin(ring.site("a", Role.MEMBER), loop, journal, leader)) {
      Path tool = folder.resolve("data-a/agents/bin/crm_attribute");
      Process process =
          new ProcessBuilder(tool.toString(), "-n", "x", "-l", "reboot", "-G", "-q").start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return (process.waitFor() + " " + text).strip();
    }
  }

  @Test
  void aToolWaitsUntilSomebodyLeads() throws Exception {
    Deque<Letter.Answer> answers =
        new ArrayDeque<>(
            List.of(
                new Letter.Answer(0, Commands.UNAVAILABLE, "nobody leads"),
                new Letter.Answer(0, Commands.UNAVAILABLE, "`b` has gone"),
                new Letter.Answer(0, 0, "5")));
    String ended =
        run(
            (words, answer) -> {
              asked.add(words);
              answer.accept(answers.remove());
            });
    assertEquals("0 5", ended);
    Map<String, String> question =
        Map.of("do", "get", "scope", "transient", "name", "x", "node", "a");
    assertEquals(List.of(question, question, question), asked);
  }

  /** Nobody leads until two values were asked for, the later one by an agent that came after. */
  @Test
  void anEarlierValueNeverComesAfterALaterOne() throws Exception {
    Journal journal = new Journal(new PrintWriter(said));
    Ring ring = new Ring(folder, "a");
    List<String> done = new CopyOnWriteArrayList<>();
    CountDownLatch first = new CountDownLatch(1);
    AgentQuestions.Leader leader =
        (words, answer) -> {
          boolean isLater = "2".equals(words.get("value"));
          if (isLater || !done.isEmpty()) {
            done.add(String.valueOf(words.get("value")));
            answer.accept(new Letter.Answer(0, 0, ""));
          } else {
            first.countDown();
            answer.accept(new Letter.Answer(0, Commands.UNAVAILABLE, "nobody leads"));
          }
        };
    try (Loop loop = new Loop("a", journal);
        AutoCloseable unused =
            AgentQuestions.begin(ring.site("a", Role.MEMBER), loop, journal, leader)) {
      String tool = folder.resolve("data-a/agents/bin/crm_master").toString();
      Process earlier = new ProcessBuilder(tool, "-r", "x", "-v", "1").start();
      assertTrue(first.await(30, TimeUnit.SECONDS));
      Process later = new ProcessBuilder(tool, "-r", "x", "-v", "2").start();
      assertEquals(0, later.waitFor());
      earlier.waitFor();
      assertEquals("2", done.get(done.size() - 1));
    }
  }

  @Test
  void whatTheLeaderRefusesIsNotAskedAgain() throws Exception {
    String ended =
        run(
            (words, answer) -> {
              asked.add(words);
              answer.accept(new Letter.Answer(0, 65, "no"));
            });
    assertEquals("65", ended);
    assertEquals(1, asked.size());
  }

  @Test
  void aNodeWhereNothingCanBeInstalledGoesOnWithout() throws Exception {
    Journal journal = new Journal(new PrintWriter(said));
    Ring ring = new Ring(folder, "a");
    Files.writeString(folder.resolve("data-a"), "a file in the way");
    try (Loop loop = new Loop("a", journal);
        AutoCloseable unused =
            AgentQuestions.begin(
                ring.site("a", Role.MEMBER), loop, journal, (words, answer) -> {})) {
      assertEquals(1, said.toString().lines().count(), said.toString());
    }
  }
}
