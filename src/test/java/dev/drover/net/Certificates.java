package dev.drover.net;

import dev.drover.peer.Peer;
import dev.drover.peer.Role;
import dev.drover.peer.Site;
import dev.drover.trust.Credential;
import dev.drover.trust.Issuer;
import dev.drover.trust.PemFiles;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** One authority's certificates, good ones and such as the issuer would not make. */
final class Certificates {
  static final String CLUSTER = "shop";

  private final Issuer issuer;
  final Credential authority;

  Certificates(Clock clock) throws GeneralSecurityException {
    issuer = new Issuer(clock, new SecureRandom());
    authority = issuer.authority(CLUSTER, Duration.ofDays(3650));
  }

  Credential issue(Peer peer) throws GeneralSecurityException {
    return issuer.issue(authority, peer, List.of("127.0.0.1"), Duration.ofDays(1));
  }

  static Peer member(String node) {
    return new Peer(CLUSTER, Role.MEMBER, node);
  }

  /** Writes a new certificate, and says where. */
  Site.Tls write(Path root, Peer peer) throws IOException, GeneralSecurityException {
    Path folder = Files.createTempDirectory(root, peer.node());
    PemFiles files = new PemFiles(folder);
    files.writeAuthority(authority.certificate());
    files.writeNode(peer.node(), issue(peer));
    return new Site.Tls(
        folder.resolve("authority.pem"),
        folder.resolve(peer.node() + ".pem"),
        folder.resolve(peer.node() + ".key"));
  }

  /** Signed by the authority, with whatever identities. */
  Credential forged(Instant now, String... identities)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair keys = generator.generateKeyPair();
    var builder =
        new JcaX509v3CertificateBuilder(
            new JcaX509CertificateHolder(authority.certificate()).getSubject(),
            BigInteger.TEN,
            Date.from(now.minusSeconds(60)),
            Date.from(now.plusSeconds(3600)),
            new X500Name("CN=forged"),
            keys.getPublic());
    GeneralName[] names =
        Stream.of(identities)
            .map(uri -> new GeneralName(GeneralName.uniformResourceIdentifier, uri))
            .toArray(GeneralName[]::new);
    if (names.length > 0) {
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    }
    return new Credential(
        new JcaX509CertificateConverter()
            .getCertificate(
                builder.build(
                    new JcaContentSignerBuilder("SHA256withECDSA").build(authority.key()))),
        keys.getPrivate());
  }
}
