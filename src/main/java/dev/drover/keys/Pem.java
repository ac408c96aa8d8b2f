package dev.drover.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is in PEM files. */
final class Pem {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");

  /** How something is signed, to see whether a key belongs to a certificate. */
  private static final Map<String, String> SIGNATURES =
      Map.of("EC", "SHA256withECDSA", "RSA", "SHA256withRSA", "EdDSA", "EdDSA");

  private static final byte[] SAMPLE = {1, 2, 3};

  private Pem() {}

  /** The certificates of a file, in their order; one at least. */
  static List<X509Certificate> certificates(Path file, byte[] bytes) throws IOException {
    try {
      List<X509Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes))
              .stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    } catch (CertificateException e) {
      throw new IOException("`%s`: expected certificates: %s".formatted(file, e.getMessage()), e);
    }
    throw new IOException("`%s`: expected a certificate".formatted(file));
  }

  /** The key of a certificate. */
  static PrivateKey key(Path file, byte[] bytes, X509Certificate certificate) throws IOException {
    Matcher block = KEY.matcher(new String(bytes, StandardCharsets.US_ASCII));
    String algorithm = certificate.getPublicKey().getAlgorithm();
    if (!block.find() || !SIGNATURES.containsKey(algorithm)) {
      throw new IOException(
          "`%s`: expected a key of the kind `%s` as PKCS #8".formatted(file, algorithm));
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(block.group(1));
      PrivateKey key =
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      if (belong(key, certificate)) {
        return key;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // what was thrown might tell of the key
      throw new IOException("`%s`: expected a key of the kind `%s`".formatted(file, algorithm));
    }
    throw new IOException(
        "`%s` is not the key of the certificate beside it%nMaybe only one of both was replaced so far"
            .formatted(file));
  }

  private static boolean belong(PrivateKey key, X509Certificate certificate)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(String.valueOf(SIGNATURES.get(key.getAlgorithm())));
    signature.initSign(key);
    signature.update(SAMPLE);
    byte[] signed = signature.sign();
    signature.initVerify(certificate.getPublicKey());
    signature.update(SAMPLE);
    return signature.verify(signed);
  }
}
