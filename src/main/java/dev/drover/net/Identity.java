package dev.drover.net;

import dev.drover.peer.Identities;
import dev.drover.peer.Peer;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Reads who the other side is from its verified certificate. */
final class Identity {
  private Identity() {}

  /** The one identity; where there is none or a second one, the connection is refused. */
  static Peer of(SSLSession session) {
    try {
      Certificate[] chain = session.getPeerCertificates();
      List<String> found = Identities.of((X509Certificate) chain[0]);
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
