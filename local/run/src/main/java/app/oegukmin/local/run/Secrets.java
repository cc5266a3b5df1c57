package app.oegukmin.local.run;

import app.oegukmin.engines.SelfSigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
    return SelfSigned.in(
        directory.resolve("firebase.p12"), "-keyalg", "RSA", "-dname", "CN=firebase.local");
  }

  /**
   * Puts the keys into the key table, where the functions read them. A signing key only when there
   * is none: from then on the function that rotates them has them in hand.
   */
  void seed(DynamoDbClient dynamodb, String keyTable) {
    put(dynamodb, keyTable, "hmac", "app", hmac());
    if (empty(dynamodb, keyTable, "signing")) {
      put(dynamodb, keyTable, "signing", "first", kept("signing"));
    }
  }

  private static boolean empty(DynamoDbClient dynamodb, String table, String purpose) {
    return dynamodb
        .query(
            request ->
                request
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("purpose = :purpose")
                    .expressionAttributeValues(Map.of(":purpose", AttributeValue.fromS(purpose))))
        .items()
        .isEmpty();
  }

  /** The value of an SSM parameter such as {@code /oegukmin/deepl-key}, when its file is there. */
  Optional<String> parameter(String name) {
    Path file = parameters.resolve("." + name).normalize();
    return file.startsWith(parameters) && Files.isRegularFile(file)
        ? Optional.of(read(file))
        : Optional.empty();
  }

  private static void put(
      DynamoDbClient dynamodb, String table, String purpose, String kid, String secret) {
    Map<String, AttributeValue> item =
        Map.of(
            "purpose", AttributeValue.fromS(purpose),
            "kid", AttributeValue.fromS(kid),
            "state", AttributeValue.fromS("current"),
            "secret", AttributeValue.fromS(secret));
    dynamodb.putItem(r -> r.tableName(table).item(item));
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
