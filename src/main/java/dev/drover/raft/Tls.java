package dev.drover.raft;

import dev.drover.keys.KeyRing;
import dev.drover.peer.Peer;
import java.util.function.Predicate;
import org.apache.ratis.conf.Parameters;
import org.apache.ratis.grpc.GrpcConfigKeys;
import org.apache.ratis.grpc.GrpcTlsConfig;
import org.apache.ratis.thirdparty.io.netty.handler.ssl.SslProvider;

/** Mutual TLS 1.3 by the JDK, which unlike OpenSSL unpacks no library into a temporary folder. */
final class Tls {
  private Tls() {}

  /**
   * Keys that are renewed later are shown at each full handshake from then on.
   *
   * @param listed who may take part
   */
  static Parameters of(KeyRing keys, Predicate<Peer> listed) {
    GrpcTlsConfig.Builder tls = GrpcTlsConfig.newBuilder();
    tls.setMutualTls(true);
    tls.setSslProvider(SslProvider.JDK);
    tls.setProtocols("TLSv1.3");
    tls.setCipherSuites(KeyRing.CIPHERS);
    tls.setTrustManager(keys.trust());
    tls.setKeyManager(keys.keys());
    Parameters parameters = new Parameters();
    GrpcConfigKeys.TLS.setConf(parameters, tls.build());
    GrpcConfigKeys.Server.setServicesCustomizer(parameters, new Door(keys.certificate(), listed));
    return parameters;
  }
}
