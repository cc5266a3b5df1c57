package app.oegukmin.local.run;

import app.oegukmin.engines.SelfSigned;
import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeyTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Development secrets: made at the first start, kept in files that only their owner may read. */
final class Secrets {

  private static final int BYTES = 32;

  private final Path directory;
  private final Path parameters;
  private final SecureRandom random;

  Secrets(Path directory, SecureRandom random) {
    this.directory = PrivateFile.directory(directory);
    this.parameters = PrivateFile.directory(directory.resolve("parameters"));
    this.random = random;
  }

  /** What the app signs requests with, in Base64. */
  String hmac() {
    return kept("hmac");
  }

  /** What Firebase signs ID tokens with. */
  SelfSigned firebase() throws IOException {
    return SelfSigned.rsa(directory.resolve("firebase.p12"), "CN=firebase.local");
  }

  /**
   * Puts the keys into the key table, where the functions read them. A signing key only when there
   * is none: from then on the function that rotates them has them in hand.
   */
  void seed(KeyTable table) {
    table.put(KeyTable.HMAC, new Key(KeyTable.APP, Key.State.CURRENT, hmac()));
    if (table.keys(KeyTable.SIGNING).isEmpty()) {
      table.put(KeyTable.SIGNING, new Key("first", Key.State.CURRENT, kept("signing")));
    }
  }

  /** The value of an SSM parameter such as {@code /oegukmin/deepl-key}, when its file is there. */
  Optional<String> parameter(String name) {
    Path file = parameters.resolve("." + name).normalize();
    return file.startsWith(parameters) && Files.isRegularFile(file)
        ? Optional.of(read(file))
        : Optional.empty();
  }

  private String kept(String name) {
    Path file = directory.resolve(name);
    if (!Files.exists(file)) {
      byte[] secret = new byte[BYTES];
      random.nextBytes(secret);
      PrivateFile.write(file, Base64.getEncoder().encodeToString(secret) + "\n");
    }
    return read(file);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
