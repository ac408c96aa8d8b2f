package dev.drover.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.peer.Address;
import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.text.InputException;
import dev.drover.text.yaml.SiteReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code drover cluster init} makes, and what it refuses. */
class ClusterTest extends ClusterGround {
  @Test
  void everyNodeGetsWhatItNeedsAndNobodyElseCanReadIt() throws IOException {
    Path shop = init();
    assertEquals(
        List.of(
            "",
            "alice",
            "alice/authority.pem",
            "alice/node.key",
            "alice/node.pem",
            "alice/operator",
            "alice/operator/authority.pem",
            "alice/operator/operator.key",
            "alice/operator/operator.pem",
            "alice/operator/site.yaml",
            "alice/site.yaml",
            "authority.key",
            "authority.key.txt",
            "authority.pem",
            "bob",
            "bob/authority.pem",
            "bob/node.key",
            "bob/node.pem",
            "bob/operator",
            "bob/operator/authority.pem",
            "bob/operator/operator.key",
            "bob/operator/operator.pem",
            "bob/operator/site.yaml",
            "bob/site.yaml",
            "box",
            "box/authority.pem",
            "box/node.key",
            "box/node.pem",
            "box/site.yaml",
            "carol",
            "carol/authority.pem",
            "carol/node.key",
            "carol/node.pem",
            "carol/operator",
            "carol/operator/authority.pem",
            "carol/operator/operator.key",
            "carol/operator/operator.pem",
            "carol/operator/site.yaml",
            "carol/site.yaml",
            "operator",
            "operator/authority.pem",
            "operator/operator.key",
            "operator/operator.pem",
            "operator/site.yaml"),
        files(shop));
    try (Stream<Path> made = Files.walk(shop)) {
      for (Path each : made.toList()) {
        assertEquals(
            Files.isDirectory(each) ? "rwx------" : "rw-------",
            PosixFilePermissions.toString(Files.getPosixFilePermissions(each)),
            each::toString);
      }
    }
    assertEquals(List.of("shop"), names(temp), "no draft is left");
  }

  @Test
  void theSiteFilesSayWhoEveryoneIs() throws IOException, InputException {
    Path shop = init();
    Site alice = SiteReader.read(shop.resolve("alice/site.yaml"));
    assertEquals(new Peer("shop", Role.MEMBER, "alice"), alice.self());
    assertEquals(
        List.of(
            new Site.Member(
                "alice",
                List.of(new Address("127.0.0.1", 7800), new Address("localhost", 7900)),
                new Address("127.0.0.1", 7801),
                false),
            new Site.Member(
                "bob",
                List.of(new Address("127.0.0.1", 7802)),
                new Address("127.0.0.1", 7803),
                false),
            new Site.Member(
                "carol", List.of(new Address("::1", 7800)), new Address("::1", 7801), true)),
        alice.members());
    assertEquals(List.of("box"), alice.agents());
    assertEquals(shop.resolve("alice/node.key"), alice.tls().key());
    for (String name : List.of("bob", "carol", "box", "operator")) {
      Site other = SiteReader.read(shop.resolve(name).resolve("site.yaml"));
      assertEquals(alice.members(), other.members());
      assertEquals(name, other.node());
    }
    assertEquals(Role.OPERATOR, SiteReader.read(shop.resolve("operator/site.yaml")).role());
    assertEquals(Role.AGENT, SiteReader.read(shop.resolve("box/site.yaml")).role());
    for (String name : List.of("alice", "bob", "carol")) {
      Site there = SiteReader.read(shop.resolve(name).resolve("operator/site.yaml"));
      assertEquals(new Peer("shop", Role.OPERATOR, "operator-" + name), there.self());
      assertEquals(alice.members(), there.members());
    }
  }

  @Test
  void nodesTalkWithWhatWasMade() throws Exception {
    Path shop = init();
    assertEquals(
        new Peer("shop", Role.OPERATOR, "operator"), whoReaches(shop, "alice", "operator"));
    assertEquals(new Peer("shop", Role.MEMBER, "bob"), whoReaches(shop, "alice", "bob"));
    assertEquals(
        new Peer("shop", Role.OPERATOR, "operator-bob"), whoReaches(shop, "alice", "bob/operator"));
  }

  @Test
  void aCommandIsNeverGivenWithANodesCertificate() throws IOException {
    Path shop = init();
    Path box = shop.resolve("box/site.yaml");
    assertEquals(65, run("status", "--site", box.toString()), this::all);
    assertEquals(
        """
        BOX/site.yaml: found `agent`, expected the role `operator`: a node's certificate is for its daemon alone
        Maybe the folder `operator` that `drover cluster init` made is to be copied to BOX/operator
        """,
        err.toString().replace(shop.resolve("box").toString(), "BOX"));
    Path beside = shop.resolve("alice/operator/site.yaml");
    Files.writeString(beside, "role: clerk\n");
    for (String file : List.of("alice/site.yaml", "alice/none.yaml")) {
      err.getBuffer().setLength(0);
      assertEquals(65, run("status", "--site", shop.resolve(file).toString()), this::all);
      assertTrue(err.toString().startsWith(beside + ":"), "the operator's is read: " + all());
    }
    Files.copy(box, beside, StandardCopyOption.REPLACE_EXISTING);
    err.getBuffer().setLength(0);
    assertEquals(
        65, run("events", "--site", shop.resolve("alice/site.yaml").toString()), this::all);
    assertTrue(err.toString().startsWith(beside + ": found `agent`, expected the role"), all());
  }

  @Test
  void whatIsThereIsNotOverwritten() throws IOException {
    Path shop = init();
    byte[] key = Files.readAllBytes(shop.resolve("authority.key"));
    assertEquals(73, run(initInto(shop)));
    assertEquals(shop + ": found something, expected nothing there yet\n", err.toString());
    assertArrayEquals(key, Files.readAllBytes(shop.resolve("authority.key")));
  }

  @Test
  void peopleAreToldWhatGoesWhere() throws IOException {
    Path shop = init();
    assertEquals(
        """
        Made the files of cluster `shop`:
          DIR/alice          member
          DIR/bob            member
          DIR/carol          witness
          DIR/box            agent
          DIR/operator       for people, who ask and command from anywhere
          DIR/authority.key  makes certificates: it belongs on no node

        Next, copy each node's folder to it (as root; /etc/drover must not be there yet):
          scp -rp DIR/alice root@127.0.0.1:/etc/drover
          scp -rp DIR/bob root@127.0.0.1:/etc/drover
          scp -rp DIR/carol root@[::1]:/etc/drover
          scp -rp DIR/box root@box.example:/etc/drover

        Then commands work on members and witnesses as they are, and elsewhere with the folder `operator`.

        The certificates end in 30 days. Before that, for each of them:
          drover cluster renew --node alice DIR
          drover cluster renew --node bob DIR
          drover cluster renew --node carol DIR
          drover cluster renew --node box DIR
          drover cluster renew --node operator DIR
        """,
        out.toString().replace(shop.toString(), "DIR"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "my shop;alice=a;found `my shop`, expected a cluster's name",
        "shop;alice;found `alice`, expected NAME=HOST[:PORT][,HOST[:PORT]] for a member",
        "shop;../x=a;found `../x`, expected a node's name",
        "shop;operator=a;found `operator`, expected another name",
        "shop;operator-b=a;found `operator-b`, expected another name",
        "shop;a123456789b123456789c123456789d123456789e123456789f1234=a;found `a123456789b123456789c123456789d123456789e123456789f1234`, expected at most 54 letters",
        "shop;alice=a:0;found `a:0`, expected HOST or HOST:PORT",
        "shop;alice=a,,b;found ``, expected HOST or HOST:PORT",
        "shop;alice=a,a;found `a:7800` of `alice` a second time",
        "shop;carol=a;found `carol` twice",
      })
  void whatIsImpossibleIsRefusedAndNothingIsMade(String cluster, String member, String message)
      throws IOException {
    int code =
        run(
            "cluster",
            "init",
            "--cluster",
            cluster,
            "--member",
            member,
            "--witness",
            "carol=c",
            "--output",
            temp.resolve("shop").toString());
    assertEquals(64, code, this::all);
    assertTrue(err.toString().startsWith("drover: " + message), all());
    assertEquals(List.of(), names(temp));
  }

  @ParameterizedTest
  @CsvSource({"--days, 0", "--days, 3651", "--replication-port, 0", "--replication-port, 65536"})
  void numbersHaveLimits(String option, String value) throws IOException {
    List<String> args = new ArrayList<>(List.of(initInto(temp.resolve("shop"))));
    args.removeAll(List.of("--days", "30"));
    args.addAll(List.of(option, value));
    assertEquals(64, run(args.toArray(String[]::new)));
    assertTrue(err.toString().startsWith("drover: found `" + value + "`, expected"), all());
    assertEquals(List.of(), names(temp));
  }

  @Test
  void thePrivateKeysDiffer() throws IOException {
    Path shop = init();
    assertNotEquals(
        Files.readString(shop.resolve("alice/node.key")),
        Files.readString(shop.resolve("bob/node.key")));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.map(each -> folder.relativize(each).toString()).sorted().toList();
    }
  }
}
