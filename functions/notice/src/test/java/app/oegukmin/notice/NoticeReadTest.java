package app.oegukmin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.notice.Reader.Response;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids that lead to no notice. */
@Tag("process")
class NoticeReadTest {

  @RegisterExtension static final Stack STACK = Board.tables();

  private Reader reader;

  @BeforeEach
  void open() {
    reader = new Reader(new NoticeHandler(STACK.environment("NoticeFunction"), Clock.systemUTC()));
  }

  @ParameterizedTest
  @DisplayName("Contract §6.2: an unknown id is 400 C003")
  @ValueSource(longs = {0, 1, 3, 4, 700_976_103_390_468L, 700_976_103_390_471L, Long.MAX_VALUE})
  void knowsNoUnknownNotice(long id) throws IOException {
    assertRefused(reader.read(id), "C003");
  }

  @ParameterizedTest
  @DisplayName("D-A9: what is no id is the client's mistake")
  @ValueSource(
      strings = {"abc", "-4", "1.0", "9223372036854775808", "%20", "%ED%95%9C", "searching"})
  void dA9_refusesWhatIsNoId(String id) throws IOException {
    assertRefused(reader.read(id), "C001");
  }

  @Test
  void namesTheParameterThatIsBad() throws IOException {
    assertThat(reader.read("abc").body().path("message").asText()).contains("id");
  }

  private static void assertRefused(Response answer, String code) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("code").asText()).isEqualTo(code);
    assertThat(answer.body().path("success").asBoolean(true)).isFalse();
    assertThat(answer.body().path("message").asText()).isNotEmpty();
    assertThat(answer.body().has("response")).isFalse();
  }
}
