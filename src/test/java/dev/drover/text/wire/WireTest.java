package dev.drover.text.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.execute.Order;
import dev.drover.execute.Unreloadable;
import dev.drover.live.Amendment;
import dev.drover.live.Assignment;
import dev.drover.live.Entry;
import dev.drover.live.FenceJob;
import dev.drover.live.Finished;
import dev.drover.live.Letter;
import dev.drover.live.NodeReport;
import dev.drover.live.Reply;
import dev.drover.live.Saved;
import dev.drover.live.StatusPatch;
import dev.drover.live.Token;
import dev.drover.model.Agent;
import dev.drover.model.ClusterState;
import dev.drover.plan.Call;
import dev.drover.text.yaml.ClusterReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written can be read again, and what was not written by us is refused. */
class WireTest {
  private static final Token TOKEN = new Token(2, 7, 11);
  private static final Assignment ASSIGNMENT =
      new Assignment(
          TOKEN,
          3,
          new Order(
              "quay",
              false,
              new OperationLog.Entry(
                  "web",
                  "web",
                  new Agent("ocf", "heartbeat", "Dummy"),
                  "start",
                  0,
                  0,
                  null,
                  null,
                  null),
              false,
              null,
              true,
              Map.of("op-digest", "abc")),
          new Call(
              new Agent("ocf", "heartbeat", "Dummy"),
              Map.of("state", "/run/x"),
              Map.of("timeout", "20"),
              0,
              20_000,
              "abc"));

  static Stream<Letter> letters() {
    Finished finished = new Finished(9, true, ASSIGNMENT, ActionResult.exited(7));
    Finished reloads =
        new Finished(
            10, false, ASSIGNMENT, ActionResult.exited(0), new Unreloadable(List.of("ip", "nic")));
    FenceJob job = new FenceJob(TOKEN, 4, "dock", "off", 1500, 2, 60_000);
    return Stream.of(
        new Letter.Lead(TOKEN),
        new Letter.Report(new NodeReport("quay", "b1", List.of(ASSIGNMENT), List.of(finished))),
        new Letter.Begin(ASSIGNMENT),
        new Letter.Told(finished),
        new Letter.Told(reloads),
        new Letter.Noted(9),
        new Letter.Fence(job),
        new Letter.Fenced(job, false, "no device"),
        new Letter.Leave("quay"),
        new Letter.Left("quay", true),
        new Letter.Standing("quay", 3, "6c2f", true, false, true),
        new Letter.Ask(1, "ann", "status", Map.of("as", "json")),
        new Letter.Answer(1, 0, "text"),
        new Letter.Counted(TOKEN, 5, 0, true),
        new Letter.Here("quay", "b1", 6, 5, 25_000, true),
        new Letter.Outcast(TOKEN),
        new Letter.Withdraw(job));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void aLetterIsReadAsItWasWritten(Letter letter) throws IOException {
    assertEquals(letter, Wire.letter(Wire.kind(letter), Wire.bytes(letter)));
  }

  static Stream<Entry> entries() throws Exception {
    ClusterState state = ClusterReader.read(Path.of("scenarios/validator-pair/cluster.yaml"));
    return Stream.of(
        new Entry.Configure(4, "a.yaml", "nodes: [a]", "ann", 0),
        new Entry.Amend(
            List.of(new Amendment(Amendment.Kind.PLACE, "web", "quay", "INFINITY")), "ann", 5),
        new Entry.Happened(
            StatusPatch.between(Saved.nothing().status(), state.status()), List.of("x"), 5),
        new Entry.Policy(-1, Map.of("1-assess/a.drl", "rule"), "ann", 0));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void anEntryIsReadAsItWasWritten(Entry entry) throws IOException {
    assertEquals(entry, Wire.entry(Wire.bytes(entry)));
  }

  @Test
  void aSnapshotAndAReplyAreReadAsTheyWereWritten() throws Exception {
    Saved saved = Saved.nothing();
    assertEquals(saved, Wire.saved(Wire.bytes(saved)));
    Reply reply = new Reply(false, 4, "no");
    assertEquals(reply, Wire.reply(Wire.bytes(reply)));
  }

  @Test
  void whatIsNoLetterIsRefused() {
    assertThrows(IOException.class, () -> Wire.letter(0, new byte[0]));
    assertThrows(IOException.class, () -> Wire.letter(99, json("{}")));
    assertThrows(IOException.class, () -> Wire.letter(1, json("{}")));
    assertThrows(IOException.class, () -> Wire.letter(5, json("{\"serial\": \"nine\"}")));
    assertThrows(IOException.class, () -> Wire.entry(new byte[0]));
    assertThrows(IOException.class, () -> Wire.letter(1, json("[".repeat(1000))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{\"number\": 1, \"by\": null, \"verb\": \"x\", \"words\": {}}",
        "{\"number\": 1, \"by\": \"ann\", \"verb\": \"x\", \"words\": null}",
        "{\"number\": 1, \"by\": \"ann\", \"verb\": \"x\", \"words\": {\"as\": null}}",
        "{\"number\": null, \"by\": \"ann\", \"verb\": \"x\", \"words\": {}}",
        "{\"number\": 1, \"by\": \"ann\", \"verb\": \"x\", \"words\": {}} and more"
      })
  void whatMustBeThereIsNotNull(String ask) {
    IOException refused = assertThrows(IOException.class, () -> Wire.letter(11, json(ask)));
    assertTrue(
        String.valueOf(refused.getMessage()).matches("(?s).*(null|nrecognized token).*"),
        refused.getMessage());
  }

  @Test
  void namesThatCannotBeWrittenDownAreNotRead() {
    Letter told =
        new Letter.Told(
            new Finished(
                9, false, ASSIGNMENT, ActionResult.exited(0), new Unreloadable(List.of("ip"))));
    String text = new String(Wire.bytes(told), StandardCharsets.UTF_8);
    assertTrue(text.contains("[\"ip\"]"), text);
    for (String names : List.of("[\"two words\"]", "[null]", "null")) {
      byte[] hostile = json(text.replace("[\"ip\"]", names));
      assertThrows(IOException.class, () -> Wire.letter(Wire.kind(told), hostile), names);
    }
  }

  @Test
  void nullsAreFoundBelowTheTop() {
    byte[] report =
        json(
            "{\"report\": {\"node\": \"a\", \"boot\": \"1\", \"underWay\": [null], \"finished\": []}}");
    assertThrows(IOException.class, () -> Wire.letter(2, report));
    byte[] lead = json("{\"token\": null}");
    assertThrows(IOException.class, () -> Wire.letter(1, lead));
  }

  private static byte[] json(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
