package dev.drover.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.trust.Credential;
import dev.drover.trust.Issuer;
import dev.drover.trust.PemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What replaces a certificate that is in use, and what does not. */
class KeyRingTest {
  private static final String[] EC = {"EC"};

  @TempDir private Path folder;
  private final Issuer issuer = new Issuer(Clock.systemUTC(), new SecureRandom());
  private final Instant now = Instant.now();
  private Credential authority;
  private Site.Tls files;
  private KeyRing keys;
  private X509Certificate first;

  @BeforeEach
  void read() throws Exception {
    authority = issuer.authority("shop", Duration.ofDays(2));
    files = made(authority, "alice");
    keys = KeyRing.read(files);
    first = keys.certificate();
  }

  private Site.Tls made(Credential by, String node) throws Exception {
    Path made = Files.createTempDirectory(folder, node);
    PemFiles pem = new PemFiles(made);
    pem.writeAuthority(by.certificate());
    Peer peer = new Peer("shop", Role.MEMBER, node);
    pem.writeNode("node", issuer.issue(by, peer, List.of("127.0.0.1"), Duration.ofDays(1)));
    return new Site.Tls(
        made.resolve("authority.pem"), made.resolve("node.pem"), made.resolve("node.key"));
  }

  private static void put(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private void put(Site.Tls other) throws IOException {
    put(other.certificate(), files.certificate());
    put(other.key(), files.key());
  }

  private void assertRefused(String why) {
    Object version = keys.version();
    IOException refused = assertThrows(IOException.class, () -> keys.look(now));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
    assertEquals(first, keys.certificate());
    assertSame(version, keys.version());
  }

  @Test
  void whatIsTheSameIsNoNewVersion() throws Exception {
    Object version = keys.version();
    Files.write(files.certificate(), Files.readAllBytes(files.certificate()));
    assertFalse(keys.look(now));
    assertSame(version, keys.version());
  }

  @Test
  void aRenewedCertificateIsUsed() throws Exception {
    Object version = keys.version();
    put(made(authority, "alice"));
    assertTrue(keys.look(now));
    assertNotEquals(first.getSerialNumber(), keys.certificate().getSerialNumber());
    assertNotSame(version, keys.version());
    String alias = keys.keys().chooseEngineClientAlias(EC, null, null);
    assertArrayEquals(
        new X509Certificate[] {keys.certificate()}, keys.keys().getCertificateChain(alias));
  }

  @Test
  void aHandshakeThatChoseTheOldKeyGetsItsCertificate() throws Exception {
    String alias = keys.keys().chooseEngineServerAlias("EC", null, null);
    put(made(authority, "alice"));
    keys.look(now);
    assertEquals(first, keys.keys().getCertificateChain(alias)[0]);
    assertEquals("EC", keys.keys().getPrivateKey(alias).getAlgorithm());
    put(made(authority, "alice"));
    keys.look(now);
    assertNull(keys.keys().getPrivateKey(alias), "that old it is forgotten");
  }

  @Test
  void aKeyWaitsForItsCertificate() throws Exception {
    Site.Tls renewed = made(authority, "alice");
    put(renewed.key(), files.key());
    assertRefused("is not the key of the certificate");
    assertFalse(keys.look(now), "the same is told once");
    put(renewed.certificate(), files.certificate());
    assertTrue(keys.look(now));
  }

  @Test
  void aHalfWrittenFileIsNotUsed() throws Exception {
    String whole = Files.readString(files.certificate());
    Files.writeString(files.certificate(), whole.substring(0, whole.length() / 2));
    assertRefused("expected certificates");
    Files.writeString(files.certificate(), whole);
    assertFalse(keys.look(now), "it is as it was");
  }

  @Test
  void anotherNodesCertificateIsNotUsed() throws Exception {
    put(made(authority, "bob"));
    assertRefused("expected one of [drover://shop/member/alice]");
  }

  @Test
  void anotherAuthoritysCertificateIsNotUsedWithoutIt() throws Exception {
    Site.Tls other = made(issuer.authority("shop", Duration.ofDays(2)), "alice");
    put(other);
    assertRefused("is not valid by");
    put(other.authority(), files.authority());
    assertTrue(keys.look(now), "with its authority it is");
  }

  @Test
  void anExpiredCertificateIsNotUsed() throws Exception {
    put(made(authority, "alice"));
    IOException refused =
        assertThrows(IOException.class, () -> keys.look(now.plus(Duration.ofDays(1).plusHours(1))));
    assertTrue(refused.getMessage().contains("is not valid by"), refused.getMessage());
  }

  @Test
  void aFileThatIsGoneChangesNothing() throws Exception {
    Files.delete(files.key());
    assertThrows(IOException.class, () -> keys.look(now));
    assertEquals(first, keys.certificate());
  }
}
