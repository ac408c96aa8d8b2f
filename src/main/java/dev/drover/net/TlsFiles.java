package dev.drover.net;

import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the PEM files are.
 *
 * @param authority whose certificates are trusted, and none else
 * @param certificate this node's
 * @param key that belongs to it
 */
public record TlsFiles(Path authority, Path certificate, Path key) {
  private static final String VERSION = "TLSv1.3";

  SslContext forListener() throws IOException {
    return build(
        SslContextBuilder.forServer(certificate.toFile(), key.toFile())
            .clientAuth(ClientAuth.REQUIRE));
  }

  SslContext forDialer() throws IOException {
    return build(
        SslContextBuilder.forClient()
            .keyManager(certificate.toFile(), key.toFile())
            .endpointIdentificationAlgorithm("HTTPS"));
  }

  private SslContext build(SslContextBuilder context) throws IOException {
    return context
        .sslProvider(SslProvider.JDK)
        .protocols(VERSION)
        .trustManager(authority.toFile())
        .build();
  }
}
