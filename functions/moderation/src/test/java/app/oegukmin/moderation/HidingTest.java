package app.oegukmin.moderation;

import static app.oegukmin.moderation.ModerationDesk.ADMIN;
import static app.oegukmin.moderation.ModerationDesk.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("process")
class HidingTest {

  @RegisterExtension static final Stack STACK = Stack.of(ModerationDesk.TABLES).withValkey();

  private ModerationDesk desk;

  @BeforeEach
  void begin() {
    STACK.clear();
    desk = new ModerationDesk(STACK).join("anna", "bori", ADMIN);
  }

  @ParameterizedTest
  @CsvSource({
    "question, question, answers:9",
    "answer, question, answers:7",
    "help, help, help",
    "faq, faq, faq"
  })
  void hidesAPostAndMakesItsCachesUnreachable(String kind, String cache, String second) {
    desk.store(kind, 9);

    assertThat(desk.hide(ADMIN, kind, 9, true).content().asInt()).isEqualTo(200);
    assertThat(row(kind).get("hidden").bool()).isTrue();
    assertThat(generation(cache)).isEqualTo("1");
    assertThat(generation(second)).isEqualTo("1");
    assertThat(desk.hide(ADMIN, kind, 9, false).status()).isEqualTo(200);
    assertThat(row(kind)).doesNotContainKey("hidden").containsKey("owner");
    assertThat(generation(cache)).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"question", "faq"})
  @DisplayName("F-90: what is shown again has no addresses of pictures that were deleted")
  void f90_takesThePicturesFromWhatItHides(String kind) {
    desk.store(kind, 9);
    desk.hide(ADMIN, kind, 9, false);
    assertThat(row(kind).get("pictures").l()).hasSize(1);

    desk.hide(ADMIN, kind, 9, true);
    assertThat(row(kind).get("pictures").l()).isEmpty();
    desk.hide(ADMIN, kind, 9, false);
    assertThat(row(kind).get("pictures").l()).isEmpty();
  }

  private static Map<String, AttributeValue> row(String kind) {
    return Items.all(STACK, ModerationDesk.table(kind)).stream()
        .filter(item -> item.get("id").n().equals("9"))
        .findFirst()
        .orElseThrow();
  }

  private static String generation(String cache) {
    return STACK.valkey().get("{" + cache + "}:generation");
  }

  @Test
  void leavesARowForEachDeed() {
    desk.store("question", 9);
    desk.hide(ADMIN, "question", 9, true);
    desk.hide(ADMIN, "question", 9, false);
    desk.hide(ADMIN, "question", 10, true);

    assertThat(Items.all(STACK, "AuditTable"))
        .allSatisfy(
            row -> {
              assertThat(row.get("administrator").s()).isEqualTo(MemberKey.of(ADMIN));
              assertThat(row.get("reason").s()).isEqualTo("욕설");
            })
        .extracting(row -> row.get("action").s() + " " + row.get("post").s())
        .containsExactlyInAnyOrder("hide question#9", "show question#9");
  }

  @Test
  void knowsNoPostThatIsGone() {
    for (String kind : List.of("question", "answer", "help", "faq")) {
      assertThat(desk.hide(ADMIN, kind, 9, true).refusal()).isEqualTo("400 C003");
      assertThat(Items.all(STACK, ModerationDesk.table(kind))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"kind\":\"user\",\"id\":9,\"hidden\":true,\"reason\":\"x\"}",
        "{\"kind\":\"help\",\"hidden\":true,\"reason\":\"x\"}",
        "{\"kind\":\"help\",\"id\":9,\"reason\":\"x\"}",
        "{\"kind\":\"help\",\"id\":9,\"hidden\":true}"
      })
  void refusesABodyThatIsNotWhole(String body) {
    desk.store("help", 9);

    assertThat(desk.call("moderation-hide", ADMIN, body).refusal()).isEqualTo("400 C001");
    assertThat(row("help")).doesNotContainKey("hidden");
  }

  @Test
  void nobodyElseHides() {
    desk.store("help", 9);

    assertThat(desk.hide("anna", "help", 9, true).refusal()).isEqualTo("403 C006");
    assertThat(desk.hide("bori", "help", 9, true).refusal()).isEqualTo("403 C006");
    assertThat(desk.hide(GUEST, "help", 9, true).refusal()).isEqualTo("403 C006");
    assertThat(row("help")).doesNotContainKey("hidden");
  }
}
