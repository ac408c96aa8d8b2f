package dev.drover.keys;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the newest key. A handshake first chooses a name and then asks for its key and its
 * certificate, so each key has a name of its own, and the one before stays known under its name.
 */
final class RenewedKeys extends X509ExtendedKeyManager {
  /** Names begin with a number that tells which of the two they are of. */
  private record Generation(int number, Held held) {}

  private record Both(Generation newest, Generation before) {}

  private volatile Both both;

  RenewedKeys(Held first) {
    Generation only = new Generation(0, first);
    both = new Both(only, only);
  }

  /** Others are chosen from now on; called by one thread at a time. */
  void use(Held next) {
    Generation newest = both.newest;
    both = new Both(new Generation(newest.number + 1, next), newest);
  }

  private static @Nullable String named(Generation generation, @Nullable String alias) {
    return alias == null ? null : generation.number + "." + alias;
  }

  @Override
  public @Nullable String chooseEngineClientAlias(
      String[] keyTypes, Principal[] issuers, @Nullable SSLEngine engine) {
    Generation now = both.newest;
    return named(now, now.held.keys().chooseEngineClientAlias(keyTypes, issuers, engine));
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal[] issuers, @Nullable SSLEngine engine) {
    Generation now = both.newest;
    return named(now, now.held.keys().chooseEngineServerAlias(keyType, issuers, engine));
  }

  @Override
  public @Nullable String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
    Generation now = both.newest;
    return named(now, now.held.keys().chooseClientAlias(keyTypes, issuers, socket));
  }

  @Override
  public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    Generation now = both.newest;
    return named(now, now.held.keys().chooseServerAlias(keyType, issuers, socket));
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal[] issuers) {
    String alias = chooseEngineClientAlias(new String[] {keyType}, issuers, null);
    return alias == null ? null : new String[] {alias};
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal[] issuers) {
    String alias = chooseEngineServerAlias(keyType, issuers, null);
    return alias == null ? null : new String[] {alias};
  }

  @Override
  public X509Certificate @Nullable [] getCertificateChain(String alias) {
    Held held = of(alias);
    return held == null ? null : held.keys().getCertificateChain(bare(alias));
  }

  @Override
  public @Nullable PrivateKey getPrivateKey(String alias) {
    Held held = of(alias);
    return held == null ? null : held.keys().getPrivateKey(bare(alias));
  }

  private @Nullable Held of(String alias) {
    Both now = both;
    if (alias.startsWith(now.newest.number + ".")) {
      return now.newest.held;
    }
    return alias.startsWith(now.before.number + ".") ? now.before.held : null;
  }

  private static String bare(String alias) {
    return alias.substring(alias.indexOf('.') + 1);
  }
}
