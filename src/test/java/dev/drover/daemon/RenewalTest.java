package dev.drover.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Address;
import dev.drover.peer.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pair that runs while the certificate of one is renewed. */
class RenewalTest {
  @TempDir Path folder;

  @Test
  void whoConnectsAfterwardsSeesTheNewCertificate() throws Exception {
    try (Ring ring = new Ring(folder, "a", "b")) {
      ring.start("a", "b").configure("cluster: ring\nnodes: [a, b]\n");
      Site.Member a = ring.member("a");
      X509Certificate before = shown(ring, a.addresses().get(0));
      assertEquals(before, shown(ring, a.replication()));

      ring.renew("a");
      ring.until("a says so", () -> ring.said().contains("another certificate is used"));
      X509Certificate after = shown(ring, a.addresses().get(0));
      assertNotEquals(before.getSerialNumber(), after.getSerialNumber());
      assertEquals(after, shown(ring, a.replication()));
      assertFalse(ring.said().contains("is not heard any more"), ring.said());
      assertEquals(0, ring.ask("config-show", Map.of()).exit());
    }
  }

  @Test
  void whatCannotBeUsedIsToldAndNotUsed() throws Exception {
    try (Ring ring = new Ring(folder, "a")) {
      ring.start("a").configure("cluster: ring\nnodes: [a]\n");
      Files.writeString(folder.resolve("a.pem"), "half of a");
      ring.until("a says so", () -> ring.said().contains("are not used: `"));
      assertTrue(ring.said().contains("a.pem`: expected"), ring.said());
      assertEquals(0, ring.ask("config-show", Map.of()).exit());
    }
  }

  /** The certificate that is shown to another member that connects. */
  private static X509Certificate shown(Ring ring, Address at)
      throws IOException, GeneralSecurityException {
    KeyRing keys = KeyRing.read(ring.tls("b"));
    SSLContext tls = SSLContext.getInstance("TLSv1.3");
    tls.init(new KeyManager[] {keys.keys()}, new TrustManager[] {keys.trust()}, null);
    try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(at.host(), at.port())) {
      socket.startHandshake();
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }
}
