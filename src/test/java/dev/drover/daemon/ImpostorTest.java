package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.live.Letter;
import dev.drover.net.Stranger;
import dev.drover.peer.Address;
import dev.drover.peer.Role;
import dev.drover.text.wire.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Whoever has a node's certificate is not that node's daemon for all that. */
@ResourceLock(Ring.LOCK)
class ImpostorTest {
  private static final Letter STATUS = new Letter.Ask(1, "x", "status", Map.of());

  private static final String CONFIGURATION =
      Scripts.WEB_AND_POWER
          .replace("[a, b]", "[x, y]")
          .replace("\"a,b\"", "\"x,y\"")
          .replace("on: a", "on: x");

  @TempDir Path folder;
  private Ring ring;
  private int before;

  @BeforeEach
  void start() throws Exception {
    ring = new Ring(folder, "w", "x", "y");
    ring.start("w", "x", "y").configure(CONFIGURATION);
    ring.until("all are heard", () -> ring.count(" is heard") == 6);
    before = ring.said().length();
  }

  @AfterEach
  void stop() throws Exception {
    ring.close();
    assertEquals(List.of(), ring.mistakes());
    assertEquals(List.of(), ring.fenced(), ring::said);
  }

  private String since() {
    return ring.said().substring(before);
  }

  /** Says something with somebody's certificate, and waits for what the journal says of it. */
  private void speak(String as, Role role, String to, String line, byte[]... frames)
      throws Exception {
    Address address = ring.member(to).addresses().get(0);
    try (Stranger stranger =
        new Stranger(
            new InetSocketAddress(address.host(), address.port()),
            ring.authority(),
            ring.issue(as, role),
            "TLSv1.3")) {
      for (byte[] frame : frames) {
        stranger.send(frame);
      }
      ring.until(line, () -> since().contains(line));
    }
    assertEquals(0, ring.ask("status", Map.of()).exit());
  }

  private static byte[] beat() {
    return Stranger.message(0, 1, new byte[0]);
  }

  private static byte[] ask(long sequence) {
    return Stranger.message(Wire.kind(STATUS), sequence, Wire.bytes(STATUS));
  }

  @Test
  void nobodyCallsANodeInItsOwnNameOrInThatOfOneThatItCallsItself() throws Exception {
    speak("x", Role.MEMBER, "x", refused("member/x"), beat(), ask(2));
    speak("x", Role.OPERATOR, "y", refused("operator/x"), ask(1));
    speak("y", Role.MEMBER, "x", refused("member/y"), beat(), ask(2));
    speak("x", Role.WITNESS, "y", refused("witness/x"), beat(), ask(2));
    assertEquals(0, since().lines().filter(line -> line.endsWith(" is heard")).count(), since());
  }

  private static String refused(String who) {
    return "NOT_ADMITTED (`drover://ring/%s` may not connect here)".formatted(who);
  }

  @Test
  void aCommandWithTheCertificateOfADeadNodeDoesNotMakeItHeard() throws Exception {
    ring.breakFencing();
    ring.kill("x");
    ring.until("x is missed", () -> since().contains("x is not heard any more"));
    before = ring.said().length();
    speak("x", Role.MEMBER, "y", "NO_BEAT (`drover://ring/member/x` ", ask(1));
    assertEquals(0, since().lines().filter(line -> line.equals("x is heard")).count(), since());
  }

  @Test
  void aWitnessGivesNoCommandsAndTakesNone() throws Exception {
    speak(
        "w",
        Role.WITNESS,
        "x",
        "drover://ring/witness/w sent what a role other than `witness` may: Ask",
        beat(),
        ask(2));
    speak("ann", Role.OPERATOR, "w", refused("operator/ann"), ask(1));
    IOException unasked =
        assertThrows(IOException.class, () -> ring.askOf("w", "status", Map.of()));
    assertTrue(unasked.getMessage().startsWith("no member answers"), unasked::getMessage);
  }

  @Test
  void aNodesOwnSiteGivesNoCommands() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new Client(ring.site("x", Role.MEMBER)));
    assertEquals("the role `member`: expected `operator`", refused.getMessage());
  }
}
