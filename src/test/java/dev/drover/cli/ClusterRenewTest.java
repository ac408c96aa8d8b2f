package dev.drover.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code drover cluster renew} makes, and what it refuses. */
class ClusterRenewTest extends ClusterGround {
  @Test
  void aRenewedNodeIsTheSamePeerWithAnotherKeyAndTheOldPairIsKept() throws Exception {
    Path shop = init();
    Path alice = shop.resolve("alice");
    byte[] key = Files.readAllBytes(alice.resolve("node.key"));
    byte[] certificate = Files.readAllBytes(alice.resolve("node.pem"));
    assertEquals(0, run("cluster", "renew", "--node", "alice", shop.toString()), err::toString);
    assertTrue(out.toString().contains("Renewed the certificate and key of `alice`"), all());
    assertFalse(Arrays.equals(key, Files.readAllBytes(alice.resolve("node.key"))));
    assertArrayEquals(key, Files.readAllBytes(alice.resolve("node.key.old")));
    assertArrayEquals(certificate, Files.readAllBytes(alice.resolve("node.pem.old")));
    assertEquals(new Peer("shop", Role.MEMBER, "bob"), whoReaches(shop, "alice", "bob"));
    assertEquals(0, run("cluster", "renew", "--node", "operator", shop.toString()), this::all);
    assertEquals(
        new Peer("shop", Role.OPERATOR, "operator"), whoReaches(shop, "alice", "operator"));
    assertEquals(
        List.of(
            "authority.pem",
            "node.key",
            "node.key.old",
            "node.pem",
            "node.pem.old",
            "operator",
            "site.yaml"),
        names(alice));
    assertEquals(
        List.of(
            "authority.pem",
            "operator.key",
            "operator.key.old",
            "operator.pem",
            "operator.pem.old",
            "site.yaml"),
        names(alice.resolve("operator")));
    assertEquals(
        new Peer("shop", Role.OPERATOR, "operator-alice"),
        whoReaches(shop, "bob", "alice/operator"));
  }

  @Test
  void onlyTheSameAuthorityRenews() throws IOException {
    Path shop = init();
    Path other = temp.resolve("other");
    assertEquals(0, run(initInto(other)), err::toString);
    for (String file : List.of("authority.pem", "authority.key")) {
      Files.delete(shop.resolve(file));
      Files.copy(other.resolve(file), shop.resolve(file));
    }
    byte[] before = Files.readAllBytes(shop.resolve("alice/node.pem"));
    assertEquals(65, run("cluster", "renew", "--node", "alice", shop.toString()));
    assertTrue(
        err.toString()
            .contains("expected a certificate of `alice`, and the authority that made it"),
        all());
    assertArrayEquals(before, Files.readAllBytes(shop.resolve("alice/node.pem")));
  }

  @Test
  void withoutTheAuthoritysKeyNothingIsRenewed() throws IOException {
    Path shop = init();
    Files.delete(shop.resolve("authority.key"));
    assertEquals(66, run("cluster", "renew", "--node", "alice", shop.toString()));
    assertEquals(
        shop.resolve("authority.key") + ": found nothing, expected a file\n", err.toString());
    assertFalse(Files.exists(shop.resolve("alice/node.pem.old")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"::ffff:1.2.3.4", "2001:db8::10.0.0.1", "::", "1:2:3:4:5:6:7::", "a..b"})
  void whateverIsAnAddressHereGetsIntoTheCertificate(String host) throws Exception {
    Path shop = init();
    assertEquals(
        0,
        run("cluster", "renew", "--node", "alice", "--address", host, shop.toString()),
        this::all);
  }

  @Test
  void anUnknownNodeIsNotRenewedButGuessed() throws IOException {
    Path shop = init();
    assertEquals(64, run("cluster", "renew", "--node", "alcie", shop.toString()));
    assertEquals(
        "drover: found `alcie`, expected a node that has a folder in "
            + shop
            + "\nMaybe `alice` is meant\n",
        err.toString());
    assertEquals(64, run("cluster", "renew", "--node", "../shop", shop.toString()));
  }
}
