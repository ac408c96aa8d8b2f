package dev.drover.net;

import static dev.drover.net.LinkHealth.State.DOWN;
import static dev.drover.net.LinkHealth.State.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.net.LinkHealth.Change;
import dev.drover.peer.Peer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkHealthTest {
  private static final Peer BOB = Certificates.member("bob");

  /** A beat each second; three may be missing. */
  private final LinkHealth health = new LinkHealth(Duration.ofSeconds(1), 3);

  @Test
  void aLinkIsUpFromItsFirstBeatUntilThreeAreMissing() {
    health.opened("a", BOB);
    assertEquals(DOWN, health.link("a", at(0)));
    health.heard("a", at(0));
    assertEquals(UP, health.link("a", at(2999)));
    assertEquals(DOWN, health.link("a", at(3000)));
    health.heard("a", at(3500));
    assertEquals(UP, health.link("a", at(6499)));
  }

  @Test
  void aNodeIsUpWhileOneLinkIs() {
    health.opened("a", BOB);
    health.opened("b", BOB);
    health.heard("a", at(0));
    health.heard("b", at(0));
    assertEquals(
        List.of(new Change(BOB, "a", UP), new Change(BOB, "b", UP), new Change(BOB, null, UP)),
        health.changes(at(1)));
    health.heard("b", at(2000));
    assertEquals(List.of(new Change(BOB, "a", DOWN)), health.changes(at(3000)));
    assertEquals(List.of("bob"), health.up(at(4999)));
    assertEquals(
        List.of(new Change(BOB, "b", DOWN), new Change(BOB, null, DOWN)), health.changes(at(5000)));
    assertEquals(List.of(), health.changes(at(6000)));
    assertEquals(List.of(), health.up(at(6000)));
  }

  @Test
  void aLinkThatIsMadeAgainInTimeDoesNotTakeTheNodeDown() {
    health.opened("a", BOB);
    health.heard("a", at(0));
    health.changes(at(0));
    assertEquals(List.of(new Change(BOB, "a", DOWN)), health.closed("a"));
    assertEquals(List.of(), health.closed("a"));
    health.heard("a", at(1500));
    health.opened("b", BOB);
    health.heard("b", at(2000));
    assertEquals(List.of(new Change(BOB, "b", UP)), health.changes(at(3000)));
    assertEquals(UP, health.node(BOB, at(4999)));
    assertEquals(DOWN, health.node(BOB, at(5000)));
  }

  @Test
  void aBeatThatIsToldLateDoesNotTurnTimeBack() {
    health.opened("a", BOB);
    health.heard("a", at(2000));
    health.heard("a", at(1000));
    assertEquals(UP, health.link("a", at(4500)));
  }

  @Test
  void nodesAreToldApart() {
    Peer carol = Certificates.member("carol");
    health.opened("a", BOB);
    health.opened("c", carol);
    health.heard("c", at(0));
    assertEquals(DOWN, health.node(BOB, at(0)));
    assertEquals(List.of("carol"), health.up(at(0)));
  }

  @Test
  void nothingIsUpForever() {
    assertThrows(IllegalArgumentException.class, () -> new LinkHealth(Duration.ZERO, 3));
    assertThrows(IllegalArgumentException.class, () -> new LinkHealth(Duration.ofSeconds(1), 0));
  }

  private static Instant at(long millis) {
    return Instant.EPOCH.plusMillis(millis);
  }
}
