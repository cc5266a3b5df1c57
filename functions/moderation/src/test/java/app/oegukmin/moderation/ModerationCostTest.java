package app.oegukmin.moderation;

import static app.oegukmin.moderation.ModerationDesk.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Stack;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often a route asks DynamoDB and Valkey. */
@Tag("process")
class ModerationCostTest {

  @RegisterExtension static final Stack STACK = Stack.of(ModerationDesk.TABLES).withValkey();

  private ModerationDesk desk;

  @BeforeEach
  void begin() {
    STACK.clear();
    desk = new ModerationDesk(STACK).join("anna", "bori", ADMIN);
    desk.store("question", 8);
    desk.store("question", 9);
    desk.store("answer", 9);
    // What is asked first, with its connection and its scripts.
    desk.hide(ADMIN, "question", 8, true);
  }

  @Test
  void aReportTakesTwoAndOfAnAnswerThree() {
    assertThat(trips(() -> desk.report("bori", "question", 9, "광고"))).isEqualTo(2);
    assertThat(trips(() -> desk.report("bori", "answer", 9, "광고"))).isEqualTo(3);
  }

  @Test
  void theReportsTakeOne() {
    desk.report("bori", "question", 9, "광고");
    desk.report("bori", "answer", 9, "광고");

    assertThat(trips(() -> desk.reports(ADMIN, 0))).isEqualTo(1);
  }

  @Test
  void hidingTakesTwoAndOfAnAnswerThree() {
    assertThat(trips(() -> desk.hide(ADMIN, "question", 9, true))).isEqualTo(2);
    assertThat(trips(() -> desk.hide(ADMIN, "answer", 9, true))).isEqualTo(3);
  }

  @Test
  void aBlockTakesThreeTheirListOneAndTheEndOfOneTwo() {
    assertThat(trips(() -> desk.block("anna", "public-bori"))).isEqualTo(3);
    assertThat(trips(() -> desk.blocks("anna"))).isEqualTo(1);
    assertThat(trips(() -> desk.unblock("anna", "public-bori"))).isEqualTo(2);
  }

  private static long trips(Supplier<ApiResponse> call) {
    AwsCalls.forget();
    long before = STACK.valkeyRequests();
    ApiResponse response = call.get();
    assertThat(response.status()).as(response.body().toString()).isEqualTo(200);
    // The second look at the counter is a request of its own.
    return AwsCalls.operations().size() + STACK.valkeyRequests() - before - 1;
  }
}
