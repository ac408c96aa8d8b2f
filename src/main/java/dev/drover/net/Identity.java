package dev.drover.net;

import dev.drover.peer.Peer;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Reads who the other side is from its verified certificate. */
final class Identity {
  /** The kind of an alternative name that is a URI, by RFC 5280. */
  private static final Integer URI = 6;

  private Identity() {}

  /** The one identity; where there is none or a second one, the connection is refused. */
  static Peer of(SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      Collection<List<?>> names = ((X509Certificate) chain[0]).getSubjectAlternativeNames();
      List<String> found =
          names == null
              ? List.of()
              : names.stream()
                  .filter(name -> name.get(0).equals(URI))
                  .map(name -> String.valueOf(name.get(1)))
                  .filter(uri -> uri.toLowerCase(Locale.ROOT).startsWith(Peer.SCHEME))
                  .toList();
      if (found.size() != 1) {
        throw new RefusedException(
            Reason.NO_IDENTITY, "identities in the certificate: " + found + ", expected one");
      }
      return Peer.parse(found.get(0))
          .orElseThrow(
              () ->
                  new RefusedException(
                      Reason.NO_IDENTITY, "`" + found.get(0) + "` is not a peer's identity"));
    } catch (SSLPeerUnverifiedException e) {
      throw new RefusedException(Reason.NO_CERTIFICATE, String.valueOf(e.getMessage()));
    } catch (CertificateParsingException e) {
      throw new RefusedException(Reason.NO_IDENTITY, String.valueOf(e.getMessage()));
    }
  }
}
