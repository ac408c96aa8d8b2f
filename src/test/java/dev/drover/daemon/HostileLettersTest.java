package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.execute.ActionResult;
import dev.drover.execute.OperationLog;
import dev.drover.execute.Order;
import dev.drover.live.Assignment;
import dev.drover.live.FenceJob;
import dev.drover.live.Finished;
import dev.drover.live.Letter;
import dev.drover.live.NodeReport;
import dev.drover.live.Token;
import dev.drover.model.Agent;
import dev.drover.net.Stranger;
import dev.drover.peer.Address;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.plan.Call;
import dev.drover.text.wire.Wire;
import dev.drover.trust.Credential;
import dev.drover.trust.Issuer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is sent to a running cluster of two, it says why it refuses that, and goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileLettersTest {
  private static final int ASK = 11;
  private static final Token LATER = new Token(99, 99, 99);

  @TempDir static Path folder;
  private Ring ring;
  private String leader;

  @BeforeAll
  void start() throws Exception {
    ring = new Ring(folder, "a", "b", "agent1");
    ring.start("a", "b").configure(Scripts.WEB_AND_POWER);
    ring.until("web is monitored", () -> ring.said().contains("monitor of web on a done"));
    ring.until("somebody leads", () -> !ring.leader().isEmpty());
    leader = ring.leader();
  }

  @AfterAll
  void close() throws Exception {
    ring.close();
  }

  /** What is done, and what the journal says of it. */
  private enum Hostility {
    NO_CERTIFICATE("NO_CERTIFICATE"),
    OTHER_AUTHORITY("UNTRUSTED"),
    UNLISTED_AGENT("NOT_ADMITTED"),
    PLAIN_TEXT("PLAIN_TEXT"),
    AGENT_LEADS("drover://ring/agent/agent1 sent what a role other than `agent` may: Lead"),
    AGENT_GIVES_WORK("agent1 sent what a role other than `agent` may: Begin"),
    AGENT_STANDS("agent1 sent what a role other than `agent` may: Standing"),
    AGENT_HAS_SOMEBODY_FENCED("agent1 sent what a role other than `agent` may: Fence"),
    AGENT_HAS_FENCED("agent1 sent what a role other than `agent` may: Fenced"),
    AGENT_CASTS_OUT("agent1 sent what a role other than `agent` may: Outcast"),
    AGENT_ANSWERS("agent1 sent what a role other than `agent` may: Answer"),
    AGENT_COUNTS("agent1 sent what a role other than `agent` may: Counted"),
    UNLISTED_WITNESS("NOT_ADMITTED"),
    OPERATOR_TELLS("drover://ring/operator/ann sent what a role other than `operator` may: Told"),
    OPERATOR_REPORTS("ann sent what a role other than `operator` may: Report"),
    REPORT_OF_ANOTHER("agent1 spoke for `a`: refused"),
    RESULT_OF_ANOTHER("agent1 spoke for `a`: refused"),
    RESULT_OF_ANOTHER_IN_A_REPORT("agent1 spoke for `a`: refused"),
    ANOTHER_LEAVES("agent1 spoke for `a`: refused"),
    ANOTHER_IS_HERE("agent1 spoke for `a`: refused"),
    TOO_LONG("ann: BAD_LENGTH"),
    TRUNCATED("ann: TRUNCATED"),
    REPLAYED("ann: OUT_OF_SEQUENCE"),
    NEVER_ENDING("a connection with drover://ring/agent/agent1 at 127.0.0.1:"),
    GARBAGE("ann sent what is no letter: Unrecognized token 'garbage'"),
    NULLS("ann sent what is no letter: Invalid `null` value"),
    NOTHING("ann sent what is no letter: `null`"),
    MISSING("ann sent what is no letter: Missing creator property 'by'"),
    DEEP("ann sent what is no letter: Document nesting depth"),
    UNKNOWN("ann sent what is no letter: kind `99`"),
    FLOOD("ann sends faster than it is read");

    private final String line;

    Hostility(String line) {
      this.line = line;
    }
  }

  @ParameterizedTest
  @EnumSource(Hostility.class)
  void isRefusedAndNothingHappens(Hostility hostility) throws Exception {
    int before = ring.said().length();
    List<String> deeds = deeds();
    try (AutoCloseable stranger = begin(hostility)) {
      ring.until(hostility.line, () -> ring.said().substring(before).contains(hostility.line));
    }
    Letter.Answer status = ring.ask("status", Map.of());
    assertEquals(0, status.exit(), status.text());
    assertEquals(leader, ring.leader());
    assertTrue(ring.runs("web", "a"));
    assertEquals(deeds, deeds());
    assertEquals(List.of(), ring.fenced());
    String said = ring.said().substring(before);
    assertTrue(!said.contains("mistake") && !said.contains(" is lost"), said);
  }

  private List<String> deeds() {
    return ring.calls().stream().filter(call -> !call.startsWith("monitor")).toList();
  }

  private AutoCloseable begin(Hostility hostility) throws Exception {
    return switch (hostility) {
      case NO_CERTIFICATE -> tls(null).send(new byte[1]);
      case OTHER_AUTHORITY -> tls(foreign()).send(new byte[1]);
      case UNLISTED_AGENT -> tls(ring.issue("agent2", Role.AGENT)).send(new byte[1]);
      case UNLISTED_WITNESS -> tls(ring.issue("w", Role.WITNESS)).send(beat(1));
      case PLAIN_TEXT -> plain(at(site().addresses().get(0)));
      case AGENT_LEADS -> agent(new Letter.Lead(LATER));
      case AGENT_GIVES_WORK -> agent(new Letter.Begin(stop("a")));
      case AGENT_STANDS -> agent(new Letter.Standing("agent1", 99, "", true, true, false));
      case AGENT_HAS_SOMEBODY_FENCED ->
          agent(new Letter.Fence(new FenceJob(LATER, 1, "a", "off", 0, 0, 0)));
      case AGENT_HAS_FENCED ->
          agent(new Letter.Fenced(new FenceJob(LATER, 1, "a", "off", 0, 0, 0), true, ""));
      case AGENT_CASTS_OUT -> agent(new Letter.Outcast(LATER));
      case AGENT_ANSWERS -> agent(new Letter.Answer(1, 0, ""));
      case AGENT_COUNTS -> agent(new Letter.Counted(LATER, 1, 0, false));
      case ANOTHER_IS_HERE -> agent(new Letter.Here("a", "b1", 1, 0, 5000, true));
      case OPERATOR_TELLS -> operator(new Letter.Told(stopped("a")));
      case OPERATOR_REPORTS ->
          operator(new Letter.Report(new NodeReport("ann", "1", List.of(), List.of())));
      case REPORT_OF_ANOTHER ->
          agent(new Letter.Report(new NodeReport("a", "1", List.of(), List.of())));
      case RESULT_OF_ANOTHER -> agent(new Letter.Told(stopped("a")));
      case RESULT_OF_ANOTHER_IN_A_REPORT ->
          agent(new Letter.Report(new NodeReport("agent1", "1", List.of(), List.of(stopped("a")))));
      case ANOTHER_LEAVES -> agent(new Letter.Leave("a"));
      case TOO_LONG -> operator().send(new byte[] {127, 0, 0, 0});
      case TRUNCATED -> {
        try (Stranger stranger = operator()) {
          yield stranger.send(beat(1)).send(Arrays.copyOf(beat(2), 9));
        }
      }
      case REPLAYED -> operator().send(beat(1)).send(beat(1));
      case NEVER_ENDING ->
          tls(ring.issue("agent1", Role.AGENT)).send(beat(1)).send(Arrays.copyOf(ask(2, "{}"), 16));
      case GARBAGE -> operator().send(ask(1, "garbage"));
      case NULLS ->
          operator().send(ask(1, "{\"number\":1,\"by\":\"ann\",\"verb\":null,\"words\":{}}"));
      case NOTHING -> operator().send(ask(1, "null"));
      case MISSING -> operator().send(ask(1, "{\"number\":1}"));
      case DEEP -> operator().send(ask(1, "{\"x\":" + "[".repeat(1_000_000)));
      case UNKNOWN -> operator().send(Stranger.message(99, 1, new byte[] {'{', '}'}));
      case FLOOD -> operator().send(flood());
    };
  }

  private static byte[] flood() throws IOException {
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    for (int i = 1; i <= 2000; i++) {
      Letter ask = new Letter.Ask(i, "ann", "status", Map.of());
      frames.write(Stranger.message(ASK, i, Wire.bytes(ask)));
    }
    return frames.toByteArray();
  }

  private Site.Member site() {
    return ring.site(leader, Role.MEMBER).member(leader).orElseThrow();
  }

  private static InetSocketAddress at(Address address) {
    return new InetSocketAddress(address.host(), address.port());
  }

  private Stranger agent(Letter letter) throws Exception {
    return tls(ring.issue("agent1", Role.AGENT)).send(beat(1)).send(letter(2, letter));
  }

  private Stranger operator(Letter letter) throws Exception {
    return operator().send(letter(1, letter));
  }

  private Stranger operator() throws Exception {
    return tls(ring.issue("ann", Role.OPERATOR));
  }

  private Stranger tls(@Nullable Credential own) throws Exception {
    return new Stranger(at(site().addresses().get(0)), ring.authority(), own, "TLSv1.3");
  }

  private static Credential foreign() throws Exception {
    Issuer issuer = new Issuer(Clock.systemUTC(), new SecureRandom());
    Credential authority = issuer.authority("ring", Duration.ofDays(1));
    return issuer.issue(
        authority,
        new dev.drover.peer.Peer("ring", Role.MEMBER, "b"),
        List.of("127.0.0.1"),
        Duration.ofHours(1));
  }

  private static Socket plain(InetSocketAddress address) throws IOException {
    Socket socket = new Socket(address.getAddress(), address.getPort());
    socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static byte[] letter(long sequence, Letter letter) {
    return Stranger.message(Wire.kind(letter), sequence, Wire.bytes(letter));
  }

  private static byte[] beat(long sequence) {
    return Stranger.message(0, sequence, new byte[0]);
  }

  private static byte[] ask(long sequence, String json) {
    return Stranger.message(ASK, sequence, json.getBytes(StandardCharsets.UTF_8));
  }

  private static Assignment stop(String node) {
    Agent agent = new Agent("ocf", "test", "service");
    OperationLog.Entry entry = OperationLog.Entry.plain("web", "web", agent, "stop", 0, 0);
    Order order = new Order(node, false, entry, false, null, false, Map.of());
    return new Assignment(LATER, 1, order, new Call(agent, Map.of(), Map.of(), 0, 1000, "x"));
  }

  private static Finished stopped(String node) {
    return new Finished(1, false, stop(node), ActionResult.exited(0));
  }
}
