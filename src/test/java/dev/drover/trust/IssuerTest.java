package dev.drover.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class IssuerTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Peer ALICE = new Peer("shop", Role.MEMBER, "alice");

  private final Issuer issuer = new Issuer(Clock.fixed(NOW, ZoneOffset.UTC), new SecureRandom());

  @Test
  void theAuthoritySignsNodesAndNothingFurther() throws GeneralSecurityException {
    X509Certificate made = issuer.authority("shop", Duration.ofDays(3650)).certificate();
    made.verify(made.getPublicKey());
    assertEquals(0, made.getBasicConstraints());
    assertTrue(made.getKeyUsage()[5]);
    assertEquals(256, ((ECPublicKey) made.getPublicKey()).getParams().getOrder().bitLength());
  }

  @Test
  void aNodesCertificateNamesItAndItsAddresses() throws GeneralSecurityException {
    Credential authority = issuer.authority("shop", Duration.ofDays(3650));
    X509Certificate made =
        issuer
            .issue(
                authority, ALICE, List.of("10.0.0.1", "fd00::1", "a.example"), Duration.ofDays(9))
            .certificate();
    made.verify(authority.certificate().getPublicKey());
    assertEquals(-1, made.getBasicConstraints());
    assertEquals(
        List.of(
            List.of(6, "drover://shop/member/alice"),
            List.of(7, "10.0.0.1"),
            List.of(7, "fd00:0:0:0:0:0:0:1"),
            List.of(2, "a.example")),
        List.copyOf(made.getSubjectAlternativeNames()));
    assertEquals(NOW.minus(Issuer.SKEW), made.getNotBefore().toInstant());
    assertEquals(NOW.plus(Duration.ofDays(9)), made.getNotAfter().toInstant());
  }

  @Test
  void serialNumbersDiffer() throws GeneralSecurityException {
    Credential authority = issuer.authority("shop", Duration.ofDays(10));
    assertNotEquals(
        issuer.issue(authority, ALICE, List.of(), Duration.ofDays(1)).certificate(),
        issuer.issue(authority, ALICE, List.of(), Duration.ofDays(1)).certificate());
  }

  @Test
  void aRenewedCertificateIsForTheSamePeerWithAnotherKey() throws GeneralSecurityException {
    Credential authority = issuer.authority("shop", Duration.ofDays(10));
    List<String> addresses = List.of("10.0.0.1", "a.example");
    Credential old = issuer.issue(authority, ALICE, addresses, Duration.ofDays(1));
    Credential made = issuer.renew(authority, old.certificate(), List.of(), Duration.ofDays(2));
    assertNotEquals(old.key(), made.key());
    assertEquals(
        List.copyOf(old.certificate().getSubjectAlternativeNames()),
        List.copyOf(made.certificate().getSubjectAlternativeNames()));
    assertEquals(NOW.plus(Duration.ofDays(2)), made.certificate().getNotAfter().toInstant());
    X509Certificate moved =
        issuer
            .renew(authority, made.certificate(), List.of("::1"), Duration.ofDays(2))
            .certificate();
    assertEquals(
        List.of(List.of(6, ALICE.uri()), List.of(7, "0:0:0:0:0:0:0:1")),
        List.copyOf(moved.getSubjectAlternativeNames()));
  }

  @Test
  void onlyTheAuthorityThatMadeACertificateRenewsIt() throws GeneralSecurityException {
    Credential authority = issuer.authority("shop", Duration.ofDays(10));
    Credential other = issuer.authority("shop", Duration.ofDays(10));
    X509Certificate old =
        issuer.issue(authority, ALICE, List.of(), Duration.ofDays(1)).certificate();
    assertThrows(
        SignatureException.class, () -> issuer.renew(other, old, List.of(), Duration.ofDays(1)));
    refused(() -> issuer.renew(authority, authority.certificate(), List.of(), Duration.ofDays(1)));
  }

  @Test
  void anotherAuthorityDidNotSignIt() throws GeneralSecurityException {
    Credential authority = issuer.authority("shop", Duration.ofDays(10));
    Credential other = issuer.authority("shop", Duration.ofDays(10));
    X509Certificate made =
        issuer.issue(authority, ALICE, List.of(), Duration.ofDays(1)).certificate();
    assertThrows(SignatureException.class, () -> made.verify(other.certificate().getPublicKey()));
  }

  @Test
  void whatIsNotPossibleIsRefused() throws GeneralSecurityException {
    Credential shop = issuer.authority("shop", Duration.ofDays(10));
    Credential bank = issuer.authority("bank", Duration.ofDays(10));
    refused(() -> issuer.issue(bank, ALICE, List.of(), Duration.ofDays(1)));
    refused(() -> issuer.issue(shop, ALICE, List.of(), Duration.ofDays(11)));
    refused(() -> issuer.issue(shop, ALICE, List.of(), Duration.ZERO));
    refused(() -> issuer.issue(shop, ALICE, List.of("a b"), Duration.ofDays(1)));
    refused(() -> issuer.authority("a/b", Duration.ofDays(1)));
  }

  private static void refused(Executable made) {
    assertThrows(IllegalArgumentException.class, made);
  }
}
