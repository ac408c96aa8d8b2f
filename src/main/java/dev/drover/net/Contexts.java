package dev.drover.net;

import dev.drover.keys.KeyRing;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import javax.net.ssl.SSLException;

/**
 * What handshakes begin with. Each version of the keys has contexts of its own, because one
 * remembers sessions, and a session that is taken up again shows the certificate that it began
 * with.
 */
final class Contexts {
  private static final String VERSION = "TLSv1.3";

  private record Pair(Object version, SslContext forListener, SslContext forDialer) {}

  private final KeyRing keys;
  private Pair newest;

  Contexts(KeyRing keys) throws SSLException {
    this.keys = keys;
    this.newest = make();
  }

  private Pair make() throws SSLException {
    Object version = keys.version();
    SslContext forListener =
        build(SslContextBuilder.forServer(keys.keys()).clientAuth(ClientAuth.REQUIRE));
    SslContext forDialer =
        build(
            SslContextBuilder.forClient()
                .keyManager(keys.keys())
                .endpointIdentificationAlgorithm("HTTPS"));
    return new Pair(version, forListener, forDialer);
  }

  private SslContext build(SslContextBuilder context) throws SSLException {
    return context
        .sslProvider(SslProvider.JDK)
        .protocols(VERSION)
        .ciphers(KeyRing.CIPHERS)
        .trustManager(keys.trust())
        .build();
  }

  private synchronized Pair newest() {
    if (newest.version != keys.version()) {
      try {
        newest = make();
      } catch (SSLException e) {
        throw new IllegalStateException("TLS worked before and does not any more", e);
      }
    }
    return newest;
  }

  SslContext forListener() {
    return newest().forListener;
  }

  SslContext forDialer() {
    return newest().forDialer;
  }
}
