package app.oegukmin.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("process")
class KeysHandlerTest {

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable", "JobTable");

  private final ByteArrayOutputStream metricLines = new ByteArrayOutputStream();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void makesTheFirstKeysWhenTheScheduleFires() {
    assertThat(fire(STACK.environment("KeysFunction"))).isEqualTo("{}");
    assertThat(signingKeys()).containsExactlyInAnyOrder(Key.State.CURRENT, Key.State.NEXT);
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "project, 1"})
  @DisplayName("F-4: Firebase's keys are fetched wherever its project is known, in both modes")
  void f4_asksForFirebasesKeysWhereItsProjectIsKnown(String project, int failures) {
    Map<String, String> environment = new HashMap<>(STACK.environment("KeysFunction"));
    environment.put("FIREBASE_PROJECT_ID", project);
    // Nobody listens there: whoever asks fails, and makes signing keys all the same.
    environment.put("FIREBASE_KEYS_URL", "http://127.0.0.1:1/keys");
    assertThat(fire(environment)).isEqualTo("{}");
    assertThat(signingKeys()).hasSize(2);
    assertThat(metricLines.toString(StandardCharsets.UTF_8).lines().count()).isEqualTo(failures);
  }

  @Test
  @DisplayName("F-9: Firebase's keys are fetched although the rotation fails, which is told")
  void f9_fetchesFirebasesKeysWhenTheRotationFails() {
    Map<String, String> environment = new HashMap<>(STACK.environment("KeysFunction"));
    environment.put("FIREBASE_PROJECT_ID", "project");
    environment.put("FIREBASE_KEYS_URL", "http://127.0.0.1:1/keys");
    Items.put(
        STACK,
        "KeyTable",
        Map.of("purpose", "signing", "kid", "1", "state", "no such state", "secret", "c2VjcmV0"));
    assertThatIllegalArgumentException().isThrownBy(() -> fire(environment));
    assertThat(metricLines.toString(StandardCharsets.UTF_8)).contains("FirebaseKeysFailed");
  }

  @Test
  @DisplayName("F-9: signing keys are made although Firebase's cannot be stored, which is told")
  void f9_rotatesWhenFirebasesKeysCannotBeStored() {
    AtomicBoolean rotated = new AtomicBoolean();
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                new KeysHandler(() -> rotated.set(true), KeysHandlerTest::fail)
                    .handleRequest(Map.of(), null));
    assertThat(rotated).isTrue();
  }

  private static void fail() {
    throw new IllegalStateException("as the test wants");
  }

  private String fire(Map<String, String> environment) {
    PrintStream lines = new PrintStream(metricLines, true, StandardCharsets.UTF_8);
    KeysHandler handler = new KeysHandler(environment, lines);
    Object event = LambdaJson.read(STACK.event("keys-often"), Object.class);
    return LambdaJson.write(handler.handleRequest(event, null));
  }

  private static List<Key.State> signingKeys() {
    return new KeyTable(STACK.dynamodb(), STACK.table("KeyTable"))
        .keys(KeyTable.SIGNING).stream().map(Key::state).toList();
  }
}
