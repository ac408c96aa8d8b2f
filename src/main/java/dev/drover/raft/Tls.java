package dev.drover.raft;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.grpc.GrpcTlsConfig;
import org.apache.ratis.security.TlsConf.CertificatesConf;
import org.apache.ratis.security.TlsConf.PrivateKeyConf;
import org.apache.ratis.thirdparty.io.netty.handler.ssl.SslProvider;

/** Mutual TLS 1.3 by the JDK, which unlike OpenSSL unpacks no library into a temporary folder. */
final class Tls {
  private Tls() {}

  static Parameters of(Keys keys) throws IOException {
    GrpcTlsConfig.Builder tls = GrpcTlsConfig.newBuilder();
    tls.setMutualTls(true);
    tls.setSslProvider(SslProvider.JDK);
    tls.setProtocols("TLSv1.3");
    tls.setTrustCertificates(new CertificatesConf(keys.authority().toFile()));
    tls.setKeyCertificates(new CertificatesConf(keys.certificate().toFile()));
    tls.setPrivateKey(new PrivateKeyConf(keys.key().toFile()));
    Parameters parameters = new Parameters();
    GrpcConfigKeys.TLS.setConf(parameters, tls.build());
    GrpcConfigKeys.Server.setServicesCustomizer(parameters, new Door(read(keys.certificate())));
    return parameters;
  }

  private static X509Certificate read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (CertificateException e) {
      throw new IOException(file + ": expected a certificate", e);
    }
  }
}
