package app.oegukmin.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KeysHandlerTest {

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable");

  @Test
  void makesTheFirstKeysWhenTheScheduleFires() throws IOException {
    KeysHandler handler = new KeysHandler(STACK.environment("KeysFunction"));
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    Path event = Path.of(System.getProperty("project.root"), "events", "keys-often.json");
    try (InputStream input = Files.newInputStream(event)) {
      handler.handleRequest(input, answer, null);
    }
    assertThat(answer.toString(StandardCharsets.UTF_8)).isEqualTo("{}");
    assertThat(new KeyTable(STACK.dynamodb(), STACK.table("KeyTable")).keys(KeyTable.SIGNING))
        .extracting(Key::state)
        .containsExactlyInAnyOrder(Key.State.CURRENT, Key.State.NEXT);
  }
}
