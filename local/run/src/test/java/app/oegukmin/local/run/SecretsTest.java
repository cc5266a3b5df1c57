package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.engines.SelfSigned;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("process")
class SecretsTest {

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable");

  @TempDir Path directory;

  private Secrets secrets() {
    return new Secrets(directory.resolve("secrets"), new SecureRandom());
  }

  private KeyTable table() {
    return new KeyTable(STACK.dynamodb(), STACK.table("KeyTable"));
  }

  private Map<String, AttributeValue> key(String purpose, String kid) {
    Map<String, AttributeValue> key =
        Map.of("purpose", AttributeValue.fromS(purpose), "kid", AttributeValue.fromS(kid));
    return STACK.dynamodb().getItem(r -> r.tableName(STACK.table("KeyTable")).key(key)).item();
  }

  @Test
  void areMadeOnceAndKept() {
    String made = secrets().hmac();

    assertThat(Base64.getDecoder().decode(made)).hasSize(32);
    assertThat(secrets().hmac()).isEqualTo(made);
  }

  @Test
  void keepTheKeyOfFirebase() throws IOException {
    SelfSigned first = secrets().firebase();

    assertThat(secrets().firebase()).isEqualTo(first);
  }

  @Test
  void areForTheirOwnerAlone() throws IOException {
    secrets().hmac();

    Path folder = directory.resolve("secrets");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("hmac"))))
        .isEqualTo("rw-------");
  }

  @Test
  void goToTheKeyTableAsTheFunctionsReadThem() {
    Secrets secrets = secrets();

    secrets.seed(table());

    assertThat(key("hmac", "app"))
        .containsEntry("secret", AttributeValue.fromS(secrets.hmac()))
        .containsEntry("state", AttributeValue.fromS("current"));
    assertThat(key("signing", "first"))
        .containsEntry("state", AttributeValue.fromS("current"))
        .extractingByKey("secret")
        .isNotEqualTo(AttributeValue.fromS(secrets.hmac()));
  }

  @Test
  void leaveTheSigningKeysToTheirRotation() {
    STACK.clear();
    secrets().seed(table());
    Map<String, AttributeValue> rotated = new HashMap<>(key("signing", "first"));
    rotated.put("state", AttributeValue.fromS("previous"));
    STACK.dynamodb().putItem(r -> r.tableName(STACK.table("KeyTable")).item(rotated));

    secrets().seed(table());

    assertThat(key("signing", "first")).isEqualTo(rotated);
  }

  @Test
  void holdParametersInFilesOfTheirName() throws IOException {
    Path file = directory.resolve("secrets/parameters/oegukmin/deepl-key");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "key\n");

    assertThat(secrets().parameter("/oegukmin/deepl-key")).contains("key");
    assertThat(secrets().parameter("/oegukmin/other")).isEmpty();
    assertThat(secrets().parameter("/oegukmin")).isEmpty();
  }

  @Test
  void areNoParametersThemselves() {
    Secrets secrets = secrets();
    secrets.hmac();

    assertThat(secrets.parameter("/../hmac")).isEmpty();
  }
}
