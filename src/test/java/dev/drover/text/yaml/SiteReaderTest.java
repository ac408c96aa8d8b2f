package dev.drover.text.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteReaderTest {
  private static final Path ETC = Path.of("/etc/drover");

  private static final String FULL =
      """
      cluster: shop
      node: carol
      role: witness
      data: /srv/drover
      members:
        alice:
          addresses: [10.0.0.1:7900, '[fd00::1]:7900']
          replication: 10.0.0.1:7901
        bob: b.example
        carol: {addresses: 10.0.0.3, witness: true}
      tls: {authority: ca/shop.pem, certificate: /srv/carol.pem, key: carol.key}
      heartbeat: {interval: 100ms, missed: 5}
      election: {min: 1s, max: 2500ms}
      patience: {restart: 0s, standstill: 2min, boot: 30s}
      resource-agents: {ocf: /opt/ocf, init-scripts: /opt/init.d, fence: [/opt/sbin, /usr/sbin], at-once: 7, watch: 20ms}
      reach: [10.0.0.254, gate.example:53]
      watchdog: /dev/watchdog0
      agents: [box1, box2]
      """;

  private static final Site SITE =
      new Site(
          "shop",
          "carol",
          Role.WITNESS,
          Path.of("/srv/drover"),
          List.of(
              new Site.Member(
                  "alice",
                  List.of(new Address("10.0.0.1", 7900), new Address("fd00::1", 7900)),
                  new Address("10.0.0.1", 7901),
                  false),
              new Site.Member(
                  "bob",
                  List.of(new Address("b.example", 7800)),
                  new Address("b.example", 7801),
                  false),
              new Site.Member(
                  "carol",
                  List.of(new Address("10.0.0.3", 7800)),
                  new Address("10.0.0.3", 7801),
                  true)),
          new Site.Tls(
              ETC.resolve("ca/shop.pem"), Path.of("/srv/carol.pem"), ETC.resolve("carol.key")),
          new Site.Heartbeat(Duration.ofMillis(100), 5),
          new Site.Election(Duration.ofSeconds(1), Duration.ofMillis(2500)),
          new Site.Patience(Duration.ZERO, Duration.ofMinutes(2), Duration.ofSeconds(30)),
          new Site.ResourceAgents(
              Path.of("/opt/ocf"),
              Path.of("/opt/init.d"),
              List.of(Path.of("/opt/sbin"), Path.of("/usr/sbin")),
              7,
              Duration.ofMillis(20)),
          List.of(new Address("10.0.0.254", 7), new Address("gate.example", 53)),
          Path.of("/dev/watchdog0"),
          List.of("box1", "box2"));

  @Test
  void everythingCanBeSaid() throws InputException {
    assertEquals(SITE, SiteReader.read(FULL, "site.yaml", ETC));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws InputException {
    assertEquals(SITE, SiteReader.read(SiteWriter.write(SITE), "site.yaml", Path.of("/other")));
  }

  @Test
  void namesThatYamlWouldTakeForSomethingElseAreQuoted() throws InputException {
    for (String name : List.of("null", "1.5", "true", "0x1f", "no")) {
      Site.Member member =
          new Site.Member(name, List.of(new Address("a", 7800)), new Address("a", 7801), false);
      Site odd =
          new Site(
              name,
              name,
              Role.MEMBER,
              SITE.data(),
              List.of(member),
              SITE.tls(),
              SITE.heartbeat(),
              SITE.election(),
              SITE.patience(),
              SITE.resourceAgents(),
              List.of(),
              null,
              List.of());
      assertEquals(odd, SiteReader.read(SiteWriter.write(odd), "site.yaml", ETC));
    }
  }

  @Test
  void littleMustBeSaid(@TempDir Path folder) throws IOException, InputException {
    Path file = folder.resolve("site.yaml");
    Files.writeString(file, "{cluster: shop, node: alice, role: member, members: {alice: a}}");
    Site site = SiteReader.read(file);
    assertEquals(
        new Site(
            "shop",
            "alice",
            Role.MEMBER,
            Path.of("/var/lib/drover"),
            List.of(
                new Site.Member(
                    "alice", List.of(new Address("a", 7800)), new Address("a", 7801), false)),
            new Site.Tls(
                folder.resolve("authority.pem"),
                folder.resolve("node.pem"),
                folder.resolve("node.key")),
            new Site.Heartbeat(Duration.ofMillis(250), 4),
            new Site.Election(Duration.ofMillis(500), Duration.ofSeconds(1)),
            new Site.Patience(
                Duration.ofSeconds(5), Duration.ofSeconds(45), Duration.ofSeconds(20)),
            new Site.ResourceAgents(
                Path.of("/usr/lib/ocf"),
                Path.of("/etc/init.d"),
                List.of(Path.of("/usr/sbin")),
                8,
                Duration.ofMillis(50)),
            List.of(),
            null,
            List.of()),
        site);
    assertEquals(new Peer("shop", Role.MEMBER, "alice"), site.self());
    assertEquals(site.self(), site.peer(site.member("alice").orElseThrow()));
  }

  @Test
  void aWrongKeyIsToldWithItsPlaceAndAGuess() {
    assertProblems(
        "cluster: shop\nnode: alice\nrole: member\nmembers: {alice: a}\nheartbaet: {missed: 3}",
        """
        site.yaml:5:1: found `heartbaet`, expected one of cluster, node, role, data, members, tls, heartbeat, election, patience, resource-agents, reach, watchdog, agents in a site
        Maybe `heartbeat` is meant""");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertProblems(
        """
        cluster: my shop
        node: alice
        role: voter
        members:
          alice: [a:0]
          bob: 1.2.3.400
        heartbeat: {interval: 1ms}
        election: {min: 2s, max: 1s}
        """,
        """
        site.yaml:1:10: found `my shop`, expected 1 to 63 letters, digits, dots, underscores or dashes
        site.yaml:3:7: found `voter`, expected one of member, agent, witness, operator
        site.yaml:5:11: found `a:0`, expected HOST or HOST:PORT, such as 10.0.0.1:7800 or [fd00::1]:7800
        site.yaml:6:8: found `1.2.3.400`, expected HOST or HOST:PORT, such as 10.0.0.1:7800 or [fd00::1]:7800
        site.yaml:7:23: found `1ms`, expected a time from 10ms to 10s
        site.yaml:8:11: found `min 2s, max 1s`, expected a max that is longer than the min""");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertProblems(
        "node: alice",
        """
        site.yaml:1:1: found `a site without `cluster``, expected that key too
        site.yaml:1:1: found `a site without `role``, expected that key too
        site.yaml:1:1: found `a site without `members``, expected that key too""");
  }

  @Test
  void processesAreLookedAtRarelyEnoughOrNever() throws InputException {
    String site =
        "{cluster: s, node: a, role: member, members: {a: b}, resource-agents: {watch: %s}}";
    assertEquals(
        Duration.ZERO,
        SiteReader.read(site.formatted("0s"), "site.yaml", ETC).resourceAgents().watch());
    assertProblems(
        site.formatted("5ms"),
        "site.yaml:1:79: found `5ms`, expected 0s, or a time from 10ms to 10s");
  }

  @Test
  void aMemberStandsAmongTheMembers() {
    assertProblems(
        "{cluster: shop, node: alcie, role: member, members: {alice: a}}",
        """
        site.yaml:1:23: found `alcie`, expected the name of a member that stands under members
        Maybe `alice` is meant""");
    assertProblems(
        "{cluster: shop, node: alice, role: agent, members: {alice: a}}",
        """
        site.yaml:1:36: found `agent`, expected member, which `alice` is among the members
        Maybe `member` is meant""");
  }

  @Test
  void anAddressIsUsedOnce() {
    assertProblems(
        "{cluster: shop, node: alice, role: member, members: {alice: a, bob: 'a:7801'}}",
        """
        site.yaml:1:69: found `a:7801`, expected another address for replication than for messages
        site.yaml:1:69: found `a:7801`, expected an address that is not that of `alice`""");
  }

  @Test
  void aClusterOfWitnessesRunsNothing() {
    assertProblems(
        "{cluster: s, node: a, role: witness, members: {a: {addresses: a, witness: true}}}",
        "site.yaml:1:47: found `only witnesses`, expected at least one member that can run resources");
  }

  @Test
  void thereIsALimitToMembersAndToLinks() {
    String many =
        IntStream.rangeClosed(1, 33)
            .mapToObj(i -> "n" + i + ": h" + i)
            .collect(Collectors.joining(", "));
    assertProblems(
        "{cluster: s, node: n1, role: member, members: {" + many + "}}",
        "site.yaml:1:47: found `33 members`, expected at most 32");
    assertProblems(
        "{cluster: s, node: a, role: member, members: {a: [b, c, d, e, f, g, h, i, j]}}",
        "site.yaml:1:50: found `9 addresses`, expected at most 8");
  }

  @Test
  void anAgentIsNoMember() {
    assertProblems(
        "{cluster: s, node: a, role: member, members: {a: h}, agents: [a, b, b]}",
        """
        site.yaml:1:63: found `a`, expected the name of a node that is no member
        site.yaml:1:69: found `b`, expected each agent once""");
  }

  private static void assertProblems(String text, String expected) {
    InputException refused =
        assertThrows(InputException.class, () -> SiteReader.read(text, "site.yaml", ETC));
    assertEquals(expected, refused.getMessage());
  }
}
