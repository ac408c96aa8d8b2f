package dev.drover.agent.tools;

import static dev.drover.waiting.Waiting.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no tool of ours would write, and too many of them. */
class SpoolTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final List<Consumer<Reply>> waiting = new CopyOnWriteArrayList<>();
  private @Nullable Spool spool;

  @AfterEach
  void close() {
    if (spool != null) {
      spool.close();
    }
  }

  private void open() throws IOException {
    spool =
        new Spool(
            folder,
            (words, answer) -> {
              asked.add(words);
              waiting.add(answer);
            });
  }

  /** Leaves a request as a tool does. */
  private Path request(String name, byte[] bytes) throws IOException {
    Path draft = Files.write(folder.resolve("new." + name), bytes);
    Files.createLink(folder.resolve(name + ".ask"), draft);
    return folder.resolve(name + ".answer");
  }

  private static String read(Path answer) throws IOException {
    await().atMost(PATIENCE).until(() -> Files.exists(answer));
    return Files.readString(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "=x",
        "do=get\ndo=set",
        "verb=config-apply",
        "do=get\n\nname=x",
        "do=get\u0000",
        "do=get\nname=two words",
        "do=get\nname=",
        "do=get\nnode=\u00e9"
      })
  void whatMakesNoSenseIsRefused(String text) throws Exception {
    open();
    Path answer = request("aaaaaaaaaa", text.getBytes(StandardCharsets.UTF_8));
    String said = read(answer);
    assertTrue(said.startsWith("65\n"), said);
    assertEquals(List.of(), asked);
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    open();
    String said = read(request("aaaaaaaaaa", new byte[] {'d', 'o', '=', (byte) 0xff, (byte) 0xfe}));
    assertEquals("65\nfound what is no text, expected UTF-8 without controls\n", said);
  }

  @Test
  void whatIsTooLongIsRefused() throws Exception {
    open();
    byte[] bytes = ("do=set\nvalue=" + "x".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
    assertEquals("65\na request of more than 16384 bytes\n", read(request("aaaaaaaaaa", bytes)));
    assertEquals(List.of(), asked);
  }

  @Test
  void whatIsNoFileOfAToolIsNotRead() throws Exception {
    Path secret = Files.writeString(folder.resolveSibling("secret"), "do=get\nname=x\n");
    open();
    Files.createSymbolicLink(folder.resolve("bbbbbbbbbb.ask"), secret);
    Files.createDirectory(folder.resolve("cccccccccc.ask"));
    Files.writeString(folder.resolve("..a..b..c..ask"), "do=get\nname=x\n");
    Path answer = request("dddddddddd", "do=get\nname=own\n".getBytes(StandardCharsets.UTF_8));
    await().atMost(PATIENCE).until(() -> !asked.isEmpty());
    waiting.get(0).accept(new Reply(0, "1"));
    assertEquals("0\n1\n", read(answer));
    assertEquals(List.of(Map.of("do", "get", "name", "own")), asked);
    assertTrue(Files.exists(secret), "a link's end is left alone");
    assertTrue(Files.notExists(folder.resolve("bbbbbbbbbb.ask")));
  }

  @Test
  void whatWasLeftBeforeTheStartIsDropped() throws Exception {
    request("aaaaaaaaaa", "do=get\nname=old\n".getBytes(StandardCharsets.UTF_8));
    open();
    Path answer = request("bbbbbbbbbb", "do=get\nname=new\n".getBytes(StandardCharsets.UTF_8));
    await().atMost(PATIENCE).until(() -> !asked.isEmpty());
    waiting.get(0).accept(new Reply(0, "1"));
    read(answer);
    assertEquals(List.of(Map.of("do", "get", "name", "new")), asked);
    assertTrue(Files.notExists(folder.resolve("new.aaaaaaaaaa")));
  }

  @Test
  void tooManyAtOnceAreRefusedUntilSomeAreAnswered() throws Exception {
    open();
    byte[] text = "do=get\nname=x\n".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 100; i++) {
      request("aaaaaaa%03d".formatted(i), text);
    }
    await().atMost(PATIENCE).until(() -> asked.size() == 100);
    assertEquals("69\n100 requests wait already\n", read(request("bbbbbbbbbb", text)));
    waiting.get(0).accept(new Reply(0, "1"));
    await().atMost(PATIENCE).until(this::isAnyAnswered);
    request("cccccccccc", text);
    await().atMost(PATIENCE).until(() -> asked.size() == 101);
  }

  /** One of the first requests; folders are in no order. */
  private boolean isAnyAnswered() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "aaaaaaa*.answer")) {
      return files.iterator().hasNext();
    }
  }

  @Test
  void whoHasGivenUpIsNotAnswered() throws Exception {
    open();
    request("aaaaaaaaaa", "do=get\nname=x\n".getBytes(StandardCharsets.UTF_8));
    await().atMost(PATIENCE).until(() -> !asked.isEmpty());
    Files.delete(folder.resolve("new.aaaaaaaaaa"));
    waiting.get(0).accept(new Reply(0, "1"));
    Path second = request("bbbbbbbbbb", "do=get\nname=y\n".getBytes(StandardCharsets.UTF_8));
    await().atMost(PATIENCE).until(() -> asked.size() == 2);
    waiting.get(1).accept(new Reply(0, "2"));
    assertEquals("0\n2\n", read(second));
    assertTrue(Files.notExists(folder.resolve("aaaaaaaaaa.answer")));
  }
}
