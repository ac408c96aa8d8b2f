package dev.drover.keys;

import dev.drover.peer.Site;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What a node proves itself with, and whom it trusts; read anew when the files change. New
 * handshakes use what is newest, and connections that were made before go on. For several threads.
 */
public final class KeyRing {
  /**
   * Ciphers of TLS 1.3, the best first. ChaCha20 goes before AES: a daemon's JVM uses its fast
   * compiler only, in which AES takes four times as long.
   */
  public static final List<String> CIPHERS =
      List.of("TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256");

  private final Site.Tls files;
  private final RenewedKeys keys;
  private final RenewedTrust trust;
  private Contents seen;
  private volatile Held held;

  private KeyRing(Site.Tls files, Contents contents) throws IOException {
    this.files = files;
    this.seen = contents;
    this.held = Held.of(files, contents);
    this.keys = new RenewedKeys(held);
    this.trust = new RenewedTrust(held.trust());
  }

  /**
   * Reads the files.
   *
   * @throws IOException where one is missing, too long, or holds something else, or where the key
   *     is not the certificate's; the message is for people
   */
  public static KeyRing read(Site.Tls files) throws IOException {
    return new KeyRing(files, Contents.of(files));
  }

  /**
   * Looks whether the files have changed, and uses them from now on if they are as good as those
   * before: complete, of the same node, of the authority, and valid now.
   *
   * @return whether others are used from now on
   * @throws IOException where the files have changed since the last look and are not used; the
   *     message is for people
   */
  public synchronized boolean look(Instant now) throws IOException {
    Contents contents = Contents.of(files);
    if (contents.isSame(seen)) {
      return false;
    }
    seen = contents;
    if (contents.isSame(held.contents())) {
      return false;
    }
    Held next = Held.of(files, contents);
    next.checkSuccessor(held, now);
    trust.use(next.trust());
    keys.use(next);
    held = next;
    return true;
  }

  /** The node's certificate in use. */
  public X509Certificate certificate() {
    return held.certificate();
  }

  /**
   * Is the same as long as the certificate, the key and the authority are; what was negotiated by
   * others is not to be taken up again.
   */
  public Object version() {
    return held;
  }

  /** The keys in use; stays right when they are replaced. */
  public X509ExtendedKeyManager keys() {
    return keys;
  }

  /** Who is trusted; stays right when that changes. */
  public X509ExtendedTrustManager trust() {
    return trust;
  }
}
