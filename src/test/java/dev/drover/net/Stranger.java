package dev.drover.net;

import dev.drover.trust.Credential;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Speaks TLS by the JDK alone, and then whatever bytes it likes. */
public final class Stranger implements AutoCloseable {
  private static final char[] PASSWORD = "unused".toCharArray();
  private final SSLSocket socket;

  /**
   * Connects; the handshake is made with the first bytes that are sent.
   *
   * @param own null shows no certificate
   * @param version of TLS
   */
  public Stranger(
      InetSocketAddress address, Credential authority, @Nullable Credential own, String version)
      throws IOException, GeneralSecurityException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, PASSWORD);
    trusted.setCertificateEntry("authority", authority.certificate());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(trusted);
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(null, PASSWORD);
    if (own != null) {
      keys.setKeyEntry("own", own.key(), PASSWORD, new Certificate[] {own.certificate()});
    }
    KeyManagerFactory key = KeyManagerFactory.getInstance("SunX509");
    key.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(key.getKeyManagers(), trust.getTrustManagers(), null);
    socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(address.getAddress(), address.getPort());
    socket.setEnabledProtocols(new String[] {version});
  }

  /** What the other side chose of the ciphers; the handshake is made with this question. */
  String cipher() {
    return socket.getSession().getCipherSuite();
  }

  /** Sends; that the other side has hung up already is what is being tested. */
  public Stranger send(byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (IOException refused) {
      return this;
    }
    return this;
  }

  /** A whole frame with a message. */
  public static byte[] message(int kind, long sequence, byte[] payload) {
    return ByteBuffer.allocate(Frames.LENGTH_BYTES + Frames.HEADER_BYTES + payload.length)
        .putInt(Frames.HEADER_BYTES + payload.length)
        .put((byte) Frames.VERSION)
        .putShort((short) kind)
        .putLong(sequence)
        .put(payload)
        .array();
  }

  static byte[] frame(int length, int version, long sequence, int payloadBytes) {
    return ByteBuffer.allocate(4 + 1 + 2 + 8 + payloadBytes)
        .putInt(length)
        .put((byte) version)
        .putShort((short) 7)
        .putLong(sequence)
        .array();
  }

  static byte[] good(long sequence) {
    return frame(Frames.HEADER_BYTES + 3, Frames.VERSION, sequence, 3);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
