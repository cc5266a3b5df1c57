package app.oegukmin.user.firebase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import app.oegukmin.shared.key.FirebaseKeyTable;
import app.oegukmin.shared.key.FirebaseKeys;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("process")
class KeyTransportTest {

  @RegisterExtension static final Stack STACK = Stack.of("KeyTable");

  private static final String KEYS =
      "https://www.googleapis.com/robot/v1/metadata/x509/securetoken@system.gserviceaccount.com";

  private final FakeClock clock = new FakeClock(Instant.parse("2026-10-03T00:30:00Z"));
  private FirebaseKeyTable table;
  private HttpRequestFactory google;

  @BeforeEach
  void install() {
    STACK.clear();
    table = new FirebaseKeyTable(STACK.dynamodb(), STACK.table("KeyTable"));
    google = new KeyTransport(table, clock).createRequestFactory();
  }

  private HttpResponse get(String url) throws IOException {
    return google.buildGetRequest(new GenericUrl(url)).execute();
  }

  private void publish(String json) {
    table.put(new FirebaseKeys(json, clock.instant().plus(Duration.ofHours(6))));
  }

  @Test
  void answersWithTheStoredKeysAndSeesThemRotate() throws IOException {
    publish("{\"1\":\"a\"}");
    HttpResponse answer = get(KEYS);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.parseAsString()).isEqualTo("{\"1\":\"a\"}");
    // The verifier asks again five minutes before that.
    assertThat(answer.getHeaders().getCacheControl()).isEqualTo("max-age=600");
    publish("{\"2\":\"b\"}");
    assertThat(get(KEYS).parseAsString()).isEqualTo("{\"2\":\"b\"}");
  }

  @Test
  void usesKeysForADayAfterTheyEnded() throws IOException {
    publish("{}");
    clock.advance(Duration.ofHours(6 + 24).minusSeconds(1));
    assertThat(get(KEYS).getStatusCode()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    assertThatIOException().isThrownBy(() -> get(KEYS)).withMessageContaining("too old");
  }

  @Test
  void hasNoKeysBeforeTheFirstFetch() {
    assertThatIOException().isThrownBy(() -> get(KEYS)).withMessageContaining("missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        KEYS + "?a=b",
        "https://identitytoolkit.googleapis.com/v1/projects/p/accounts:lookup",
        "https://www.googleapis.com/identitytoolkit/v3/relyingparty/publicKeys",
        "http://169.254.169.254/computeMetadata/v1/"
      })
  void asksNobodyElse(String url) {
    publish("{}");
    assertThatIOException().isThrownBy(() -> get(url)).withMessageContaining("no way");
  }

  @Test
  void asksInNoOtherWay() {
    publish("{}");
    assertThatIOException()
        .isThrownBy(() -> google.buildPostRequest(new GenericUrl(KEYS), null).execute());
  }
}
