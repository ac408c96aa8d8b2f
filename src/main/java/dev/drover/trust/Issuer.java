package dev.drover.trust;

import dev.drover.peer.Peer;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes authorities and certificates: EC P-256, signed with ECDSA and SHA-256.
 *
 * <p>A certificate is valid from {@link #SKEW} before now, because nodes' clocks differ a little.
 */
public final class Issuer {
  /** How far another node's clock may be behind this one. */
  public static final Duration SKEW = Duration.ofMinutes(5);

  private final Clock clock;
  private final SecureRandom random;

  /** An issuer that takes the time from the clock, and keys and serial numbers from the random. */
  public Issuer(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes a cluster's self-signed authority.
   *
   * @param validFor from now on; more than nothing
   * @throws IllegalArgumentException where the name or the time is not possible
   * @throws GeneralSecurityException where this JDK lacks EC P-256
   */
  public Credential authority(String cluster, Duration validFor) throws GeneralSecurityException {
    Peer.checkName("cluster", cluster);
    KeyPair keys = newKeys();
    X500Name name = new X500Name("CN=drover-authority,O=" + cluster);
    JcaX509v3CertificateBuilder certificate =
        new JcaX509v3CertificateBuilder(
            name, serial(), notBefore(), notAfter(validFor), name, keys.getPublic());
    Extensions.ofAuthority(certificate, keys.getPublic(), uri(Peer.SCHEME + cluster));
    return signed(certificate, keys, keys);
  }

  /**
   * Makes the certificate of one node in one role.
   *
   * @param authority of the peer's cluster
   * @param addresses DNS names and IP addresses under which it is reached; may be empty
   * @param validFor from now on; more than nothing, and no longer than the authority's
   * @throws IllegalArgumentException where the authority is another cluster's or ends earlier
   * @throws GeneralSecurityException where this JDK lacks EC P-256
   */
  public Credential issue(
      Credential authority, Peer peer, List<String> addresses, Duration validFor)
      throws GeneralSecurityException {
    if (!Extensions.uris(authority.certificate()).contains(Peer.SCHEME + peer.cluster())) {
      throw new IllegalArgumentException(
          "`" + peer.uri() + "`: the authority is not that cluster's, it is " + authority);
    }
    Date until = notAfter(validFor);
    if (until.after(authority.certificate().getNotAfter())) {
      throw new IllegalArgumentException(
          "`"
              + peer.uri()
              + "`: would be valid until "
              + until.toInstant()
              + ", longer than the authority, which ends "
              + authority.certificate().getNotAfter().toInstant());
    }
    List<GeneralName> names = new ArrayList<>();
    names.add(uri(peer.uri()));
    addresses.stream().map(Extensions::address).forEach(names::add);
    KeyPair keys = newKeys();
    JcaX509v3CertificateBuilder certificate =
        new JcaX509v3CertificateBuilder(
            new JcaX509CertificateHolder(authority.certificate()).getSubject(),
            serial(),
            notBefore(),
            until,
            new X500Name(
                "CN=" + peer.node() + ",OU=" + peer.role().word() + ",O=" + peer.cluster()),
            keys.getPublic());
    Extensions.ofNode(certificate, keys.getPublic(), authority.certificate(), names);
    return signed(
        certificate, keys, new KeyPair(authority.certificate().getPublicKey(), authority.key()));
  }

  /**
   * Makes a new certificate and key for whom an old certificate names.
   *
   * @param old made by this authority; may have ended
   * @param addresses in place of those of the old one; empty for the same
   * @throws IllegalArgumentException where the old one names nobody, or as for a first certificate
   * @throws GeneralSecurityException where another authority made the old one
   */
  public Credential renew(
      Credential authority, X509Certificate old, List<String> addresses, Duration validFor)
      throws GeneralSecurityException {
    old.verify(authority.certificate().getPublicKey());
    Peer peer =
        Extensions.uris(old).stream()
            .flatMap(uri -> Peer.parse(uri).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "`" + old.getSubjectX500Principal() + "`: names no peer"));
    return issue(
        authority, peer, addresses.isEmpty() ? Extensions.addresses(old) : addresses, validFor);
  }

  private Credential signed(X509v3CertificateBuilder certificate, KeyPair keys, KeyPair by)
      throws GeneralSecurityException {
    try {
      return new Credential(
          new JcaX509CertificateConverter()
              .getCertificate(
                  certificate.build(
                      new JcaContentSignerBuilder("SHA256withECDSA")
                          .setSecureRandom(random)
                          .build(by.getPrivate()))),
          keys.getPrivate());
    } catch (OperatorCreationException e) {
      throw new GeneralSecurityException(e);
    }
  }

  private KeyPair newKeys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  /** 127 random bits and a leading one: positive, never nought, and within RFC 5280's 20 octets. */
  private BigInteger serial() {
    return new BigInteger(127, random).setBit(127);
  }

  private Date notBefore() {
    return Date.from(now().minus(SKEW));
  }

  private Date notAfter(Duration validFor) {
    if (validFor.isZero() || validFor.isNegative()) {
      throw new IllegalArgumentException("`" + validFor + "`: a certificate must be valid a while");
    }
    return Date.from(now().plus(validFor));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static GeneralName uri(String uri) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
  }
}
