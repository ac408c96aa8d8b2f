package dev.drover.keys;

import dev.drover.peer.Identities;
import dev.drover.peer.Site;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A certificate with its key and its authority, as they were in the files together. */
record Held(
    Contents contents,
    Site.Tls files,
    X509Certificate certificate,
    X509ExtendedKeyManager keys,
    X509ExtendedTrustManager trust) {
  private static final char[] NO_PASSWORD = new char[0];

  static Held of(Site.Tls files, Contents contents) throws IOException {
    List<X509Certificate> chain = Pem.certificates(files.certificate(), contents.certificate());
    PrivateKey key = Pem.key(files.key(), contents.key(), chain.get(0));
    List<X509Certificate> trusted = Pem.certificates(files.authority(), contents.authority());
    try {
      KeyStore own = empty();
      own.setKeyEntry("node", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(own, NO_PASSWORD);
      KeyStore others = empty();
      for (int i = 0; i < trusted.size(); i++) {
        others.setCertificateEntry("authority-" + i, trusted.get(i));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(others);
      return new Held(
          contents,
          files,
          chain.get(0),
          (X509ExtendedKeyManager) keys.getKeyManagers()[0],
          (X509ExtendedTrustManager) trust.getTrustManagers()[0]);
    } catch (GeneralSecurityException e) {
      throw new IOException("`%s`: %s".formatted(files.certificate(), e.getMessage()), e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, NO_PASSWORD);
    return store;
  }

  /**
   * Refuses what must not take the other one's place.
   *
   * @throws IOException for people
   */
  void checkSuccessor(Held before, Instant now) throws IOException {
    if (!identities(certificate).equals(identities(before.certificate))) {
      throw new IOException(
          "`%s` is a certificate of %s, expected one of %s%nMaybe the files of two nodes were mixed up"
              .formatted(
                  files.certificate(), identities(certificate), identities(before.certificate)));
    }
    try {
      certificate.checkValidity(Date.from(now));
      trust.checkClientTrusted(
          new X509Certificate[] {certificate}, certificate.getPublicKey().getAlgorithm());
    } catch (CertificateException e) {
      throw new IOException(
          "`%s` is not valid by `%s`: %s%nMaybe it is too old, or the authority is another one"
              .formatted(files.certificate(), files.authority(), e.getMessage()),
          e);
    }
  }

  /** Who a certificate says that its holder is. */
  private static List<String> identities(X509Certificate certificate) throws IOException {
    try {
      return Identities.of(certificate);
    } catch (CertificateParsingException e) {
      throw new IOException("a certificate's names cannot be read", e);
    }
  }
}
