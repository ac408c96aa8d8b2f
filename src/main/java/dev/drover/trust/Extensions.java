package dev.drover.trust;

import dev.drover.peer.Address;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** What the certificates say beside name, key and time. */
final class Extensions {
  private Extensions() {}

  /** An authority signs certificates of nodes, and none that could sign further ones. */
  static void ofAuthority(X509v3CertificateBuilder certificate, PublicKey key, GeneralName name)
      throws GeneralSecurityException {
    try {
      certificate
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
          .addExtension(
              Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
          .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(name))
          .addExtension(
              Extension.subjectKeyIdentifier,
              false,
              new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
    } catch (CertIOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A node proves who it is, whether it calls or is called, and signs nothing. */
  static void ofNode(
      X509v3CertificateBuilder certificate,
      PublicKey key,
      X509Certificate authority,
      List<GeneralName> names)
      throws GeneralSecurityException {
    JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
    try {
      certificate
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(
              Extension.extendedKeyUsage,
              false,
              new ExtendedKeyUsage(
                  new KeyPurposeId[] {
                    KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                  }))
          .addExtension(
              Extension.subjectAlternativeName,
              false,
              new GeneralNames(names.toArray(GeneralName[]::new)))
          .addExtension(
              Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
          .addExtension(
              Extension.authorityKeyIdentifier,
              false,
              identifiers.createAuthorityKeyIdentifier(authority.getPublicKey()));
    } catch (CertIOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An IP address where it is one, else a DNS name. */
  static GeneralName address(String address) {
    if (!Address.isHost(address)) {
      throw new IllegalArgumentException("`" + address + "`: expected a DNS name or an IP address");
    }
    if (!Address.isIp(address)) {
      return new GeneralName(GeneralName.dNSName, address);
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return new GeneralName(GeneralName.iPAddress, new DEROctetString(bytes));
    } catch (UnknownHostException notAnAddress) {
      throw new IllegalArgumentException(notAnAddress);
    }
  }

  /** The URIs among a certificate's alternative names. */
  static List<String> uris(X509Certificate certificate) throws CertificateParsingException {
    return names(certificate, Set.of(GeneralName.uniformResourceIdentifier));
  }

  /** The DNS names and IP addresses among a certificate's alternative names. */
  static List<String> addresses(X509Certificate certificate) throws CertificateParsingException {
    return names(certificate, Set.of(GeneralName.dNSName, GeneralName.iPAddress));
  }

  private static List<String> names(X509Certificate certificate, Set<Integer> kinds)
      throws CertificateParsingException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    if (names == null) {
      return List.of();
    }
    return names.stream()
        .filter(name -> name.get(0) instanceof Integer kind && kinds.contains(kind))
        .map(name -> String.valueOf(name.get(1)))
        .toList();
  }
}
