package dev.drover.peer;

import java.net.URI;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Who a certificate says that its holder is. */
public final class Identities {
  /** The kind of an alternative name that is a URI, by RFC 5280. */
  private static final Integer URI = 6;

  private Identities() {}

  /**
   * The names of Drover in a certificate. A good one has exactly one: a second makes both
   * worthless, however its scheme is written (RFC 3986: small and capital letters are the same).
   *
   * @throws CertificateParsingException where the names cannot be read
   */
  public static List<String> of(X509Certificate certificate) throws CertificateParsingException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    return names == null
        ? List.of()
        : names.stream()
            .filter(name -> name.get(0).equals(URI))
            .map(name -> String.valueOf(name.get(1)))
            .filter(uri -> uri.toLowerCase(Locale.ROOT).startsWith(Peer.SCHEME))
            .toList();
  }
}
