package dev.drover.trust;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A certificate and the key that belongs to it.
 *
 * @param certificate what is shown to others
 * @param key what is never shown
 */
public record Credential(X509Certificate certificate, PrivateKey key) {
  /** Names the certificate only: a key must not get into a log. */
  @Override
  public String toString() {
    return "Credential[" + certificate.getSubjectX500Principal() + "]";
  }
}
