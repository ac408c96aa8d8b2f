package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.net.Connection;
import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each of two links is up or down by itself, whatever connections there are. */
class LinkStatesTest {
  private static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05Z");
  private static final Address A1 = new Address("10.0.0.1", 7800);
  private static final Address A2 = new Address("fd00::1", 7800);
  private static final Address B1 = new Address("10.0.0.2", 7800);
  private static final Address B2 = new Address("fd00::2", 7800);

  private final StringWriter said = new StringWriter();
  private Instant now = BEGUN;

  private LinkStates states(String node) {
    Path none = Path.of("none");
    Address replication = new Address("10.0.0.1", 7801);
    Site site =
        new Site(
            "ring",
            node,
            Role.MEMBER,
            none,
            List.of(
                new Site.Member("a", List.of(A1, A2), replication, false),
                new Site.Member("b", List.of(B1, B2), replication, false)),
            new Site.Tls(none, none, none),
            Site.Heartbeat.USUAL,
            Site.Election.USUAL,
            Site.Patience.USUAL,
            Site.ResourceAgents.USUAL,
            List.of(),
            null,
            List.of("box"));
    return new LinkStates(site, () -> now, new Journal(new PrintWriter(said, true)));
  }

  private static Connection connection(Role role, String node, Address called, String id) {
    return new Pretence(new Peer("ring", role, node), Station.at(called), id, List.of());
  }

  private static LinkStates.Link up(Address address, Instant since) {
    return new LinkStates.Link(address, true, since);
  }

  private static LinkStates.Link down(Address address, Instant since) {
    return new LinkStates.Link(address, false, since);
  }

  @Test
  void eachLinkHasAStateOfItsOwn() {
    LinkStates states = states("a");
    assertEquals(List.of(down(B1, BEGUN), down(B2, BEGUN)), states.of("b"), "b is called");
    assertFalse(states.isAnyUp("b"));
    now = BEGUN.plusSeconds(1);
    states.changed(connection(Role.MEMBER, "b", B2, "1"), true);
    assertEquals(List.of(down(B1, BEGUN), up(B2, now)), states.of("b"));
    assertTrue(states.isAnyUp("b"));
    now = BEGUN.plusSeconds(2);
    states.changed(connection(Role.MEMBER, "b", B1, "2"), true);
    now = BEGUN.plusSeconds(3);
    states.changed(connection(Role.MEMBER, "b", B2, "1"), false);
    assertEquals(List.of(up(B1, BEGUN.plusSeconds(2)), down(B2, now)), states.of("b"));
    assertEquals(
        """
        the link with b at [fd00:0:0:0:0:0:0:2]:7800 is up
        the link with b at 10.0.0.2:7800 is up
        the link with b at [fd00:0:0:0:0:0:0:2]:7800 is down
        """,
        said.toString());
  }

  @Test
  void aSecondConnectionOverTheSameLinkChangesNothing() {
    LinkStates states = states("b");
    now = BEGUN.plusSeconds(1);
    states.changed(connection(Role.MEMBER, "a", B1, "1"), true);
    now = BEGUN.plusSeconds(2);
    states.changed(connection(Role.MEMBER, "a", B1, "2"), true);
    states.changed(connection(Role.MEMBER, "a", B1, "1"), false);
    states.changed(connection(Role.MEMBER, "a", B1, "1"), false);
    assertEquals(
        List.of(up(B1, BEGUN.plusSeconds(1)), down(B2, BEGUN)), states.of("a"), "a calls here");
    states.changed(connection(Role.AGENT, "box", B2, "3"), true);
    assertEquals(List.of(down(B1, BEGUN), up(B2, now)), states.of("box"));
    assertEquals(2, said.toString().lines().count(), said::toString);
  }
}
