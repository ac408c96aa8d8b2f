package dev.drover.trust;

import dev.drover.peer.Peer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * A folder with PEM files: {@code authority.pem}, {@code authority.key} where the authority is
 * kept, and {@code NAME.pem} and {@code NAME.key} of one node in one role.
 *
 * @param folder exists already; a folder for each role
 */
public record PemFiles(Path folder) {
  private static final String AUTHORITY = "authority";
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String KEY = "PRIVATE KEY";

  /** Far more than an EC key or a certificate has. */
  private static final int MAX_BYTES = 64 * 1024;

  /**
   * Writes an authority with its key: for the one place where certificates are made.
   *
   * @throws java.nio.file.FileAlreadyExistsException where there is one; it stays as it was
   */
  public void writeAuthority(Credential authority) throws IOException, GeneralSecurityException {
    write(AUTHORITY, authority);
  }

  /**
   * Writes an authority's certificate alone: for the nodes.
   *
   * @throws java.nio.file.FileAlreadyExistsException where there is one; it stays as it was
   */
  public void writeAuthority(X509Certificate authority)
      throws IOException, GeneralSecurityException {
    NewFile.write(folder.resolve(AUTHORITY + ".pem"), pem(CERTIFICATE, authority.getEncoded()));
  }

  /**
   * Writes a node's certificate and key.
   *
   * @param name of the files, without their ending
   * @throws java.nio.file.FileAlreadyExistsException where there is one; it stays as it was
   */
  public void writeNode(String name, Credential credential)
      throws IOException, GeneralSecurityException {
    Peer.checkName("node", name);
    if (name.equals(AUTHORITY)) {
      throw new IllegalArgumentException("`" + name + "`: that is the authority's file");
    }
    write(name, credential);
  }

  /**
   * Reads back what {@link #writeAuthority(Credential)} wrote.
   *
   * @throws IOException where a file is missing or too long
   * @throws GeneralSecurityException where a file holds something else
   */
  public Credential readAuthority() throws IOException, GeneralSecurityException {
    X509Certificate certificate = readCertificate(AUTHORITY);
    byte[] key = decode(folder.resolve(AUTHORITY + ".key"), KEY);
    PrivateKey privateKey =
        KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
    return new Credential(certificate, privateKey);
  }

  /**
   * Reads a certificate without its key.
   *
   * @param name of the file, without its ending
   * @throws IOException where the file is missing or too long
   * @throws GeneralSecurityException where the file holds something else
   */
  public X509Certificate readCertificate(String name) throws IOException, GeneralSecurityException {
    byte[] certificate = decode(folder.resolve(name + ".pem"), CERTIFICATE);
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate));
  }

  /** The key first: a certificate without its key would look complete. */
  private void write(String name, Credential credential)
      throws IOException, GeneralSecurityException {
    Path key = folder.resolve(name + ".key");
    NewFile.write(key, pem(KEY, credential.key().getEncoded()));
    try {
      NewFile.write(
          folder.resolve(name + ".pem"), pem(CERTIFICATE, credential.certificate().getEncoded()));
    } catch (IOException e) {
      Files.deleteIfExists(key);
      throw e;
    }
  }

  private static String pem(String what, byte[] der) {
    return "-----BEGIN "
        + what
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + what
        + "-----\n";
  }

  private static byte[] decode(Path file, String what)
      throws IOException, GeneralSecurityException {
    String text;
    try (InputStream in = Files.newInputStream(file)) {
      text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII).strip();
    }
    String begin = "-----BEGIN " + what + "-----";
    String end = "-----END " + what + "-----";
    if (!text.startsWith(begin) || !text.endsWith(end)) {
      throw new GeneralSecurityException(file + ": expected one PEM block `" + what + "`");
    }
    try {
      return Base64.getMimeDecoder()
          .decode(text.substring(begin.length(), text.length() - end.length()));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(file + ": not Base64", e);
    }
  }
}
