package app.oegukmin.engines;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** A private key and the certificate that it signed itself, for this machine alone. */
public record SelfSigned(PrivateKey key, X509Certificate certificate) {

  /** The password of the file. It protects nothing: everybody who may read the file may know it. */
  public static final String PASSWORD = "this-machine-only";

  private static final String ALIAS = "own";
  private static final byte[] LF = {'\n'};
  // With both compilers: the second alone has instructions for large numbers, and finds primes in
  // half the time.
  private static final List<String> MAKE =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
          "-J-XX:+UseSerialGC",
          "-genkeypair",
          "-alias",
          ALIAS,
          "-validity",
          "3650",
          "-storetype",
          "PKCS12",
          "-storepass",
          PASSWORD);

  /**
   * An RSA key of 2,048 bits, as Firebase's are; as {@link #in} does.
   *
   * @param subject whom the certificate names, such as {@code CN=test}
   * @throws IOException when it cannot be made or read
   */
  public static SelfSigned rsa(Path file, String subject) throws IOException {
    return in(file, "-keyalg", "RSA", "-keysize", "2048", "-dname", subject);
  }

  /**
   * What a PKCS #12 file holds; the JDK's keytool makes it when it is not there.
   *
   * @param options more of keytool's, {@code -keyalg} and {@code -dname} at least
   * @throws IOException when it cannot be made or read
   */
  public static SelfSigned in(Path file, String... options) throws IOException {
    if (!Files.exists(file)) {
      make(file, options);
    }
    try {
      KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
      return new SelfSigned(
          (PrivateKey) store.getKey(ALIAS, PASSWORD.toCharArray()),
          (X509Certificate) store.getCertificate(ALIAS));
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no key of ours", e);
    }
  }

  /** The certificate in PEM. */
  public String pem() {
    try {
      String lines = Base64.getMimeEncoder(64, LF).encodeToString(certificate.getEncoded());
      return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("It was decoded before", e);
    }
  }

  private static void make(Path file, String... options) throws IOException {
    List<String> command =
        Stream.of(MAKE, List.of("-keystore", file.toString()), List.of(options))
            .flatMap(List::stream)
            .toList();
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
    if (keytool.onExit().join().exitValue() != 0) {
      throw new IOException("keytool made no certificate: " + said);
    }
  }
}
