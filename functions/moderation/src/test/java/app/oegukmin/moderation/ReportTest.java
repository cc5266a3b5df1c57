package app.oegukmin.moderation;

import static app.oegukmin.moderation.ModerationDesk.ADMIN;
import static app.oegukmin.moderation.ModerationDesk.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
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
class ReportTest {

  @RegisterExtension static final Stack STACK = Stack.of(ModerationDesk.TABLES).withValkey();

  private ModerationDesk desk;

  @BeforeEach
  void begin() {
    STACK.clear();
    desk = new ModerationDesk(STACK).join("anna", "bori", ADMIN);
  }

  @ParameterizedTest
  @CsvSource({"question, 제목 9", "answer, ''", "help, 제목 9"})
  void keepsACopyOfThePostFor90Days(String kind, String title) {
    desk.store(kind, 9);

    assertThat(desk.report("bori", kind, 9, "욕설").content().asInt()).isEqualTo(200);
    Map<String, AttributeValue> row = Items.all(STACK, "ReportTable").getFirst();
    long expires = desk.clock.instant().plus(Duration.ofDays(90)).getEpochSecond();
    assertThat(row.get("expires").n()).isEqualTo(Long.toString(expires));
    assertThat(row.get("reporter").s()).isEqualTo(MemberKey.of("bori"));
    JsonNode report = desk.reports(ADMIN, 0).content().path("reportList").path(0);
    assertThat(report.path("kind").asText()).isEqualTo(kind);
    assertThat(report.path("postId").asLong()).isEqualTo(9);
    assertThat(report.path("title").asText()).isEqualTo(title);
    assertThat(report.path("context").asText()).isEqualTo("글 9");
    assertThat(report.path("uuid").asText()).isEqualTo("public-anna");
    assertThat(report.path("reason").asText()).isEqualTo("욕설");
    assertThat(report.path("createdDate").asText()).isEqualTo("2056-05-01T09:00:00");
  }

  @Test
  @DisplayName("D-C10: a member of a room reports a message; the administrator sees that one alone")
  void dC10_reportsOneMessage() {
    desk.chat(5, 41);

    assertThat(desk.reportMessage("bori", 5, 41).status()).isEqualTo(200);
    assertThat(desk.reportMessage("bori", 5, 41).status()).isEqualTo(200);
    JsonNode list = desk.reports(ADMIN, 0).content().path("reportList");
    assertThat(list).hasSize(1);
    assertThat(list.path(0).path("kind").asText()).isEqualTo("message");
    assertThat(list.path(0).path("roomId").asLong()).isEqualTo(5);
    assertThat(list.path(0).path("postId").asLong()).isEqualTo(41);
    assertThat(list.path(0).path("context").asText()).isEqualTo("글 41");
    assertThat(list.path(0).path("uuid").asText()).isEqualTo("public-anna");
    assertThat(list.toString()).doesNotContain("글 40", "public-bori");
  }

  @Test
  @DisplayName("D-S11: nobody reports, or learns of, messages of other rooms")
  void dS11_othersReportNoMessage() {
    desk.chat(5, 41);

    assertThat(desk.reportMessage(ADMIN, 5, 41).refusal()).isEqualTo("400 C003");
    assertThat(desk.reportMessage("bori", 5, 42).refusal()).isEqualTo("400 C003");
    assertThat(desk.reportMessage("bori", 6, 41).refusal()).isEqualTo("400 C003");
    assertThat(desk.report("bori", "message", 41, "욕설").refusal()).isEqualTo("400 C001");
    assertThat(desk.hide(ADMIN, "message", 41, true).refusal()).isEqualTo("400 C001");
  }

  @Test
  void takesOneReportOfEachReporterAndCountsIt() {
    desk.store("question", 9);
    String printed =
        printed(
            () -> {
              desk = new ModerationDesk(STACK);
              desk.report("bori", "question", 9, "욕설");
              assertThat(desk.report("bori", "question", 9, "또").status()).isEqualTo(200);
              desk.report("anna", "question", 9, "광고");
            });

    assertThat(Items.all(STACK, "ReportTable"))
        .extracting(row -> row.get("reason").s())
        .containsExactlyInAnyOrder("욕설", "광고");
    assertThat(printed.split("\"NewReports\":1", -1)).hasSize(3);
    assertThat(printed).doesNotContain("욕설", "글 9", MemberKey.of("bori"));
  }

  private static String printed(Runnable work) {
    PrintStream console = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(console);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "{\"kind\":\"faq\",\"id\":9,\"reason\":\"x\"}",
        "{\"kind\":\"user\",\"id\":9,\"reason\":\"x\"}",
        "{\"kind\":\"question\",\"reason\":\"x\"}",
        "{\"kind\":\"question\",\"id\":9}",
        "{\"kind\":\"question\",\"id\":9,\"reason\":\" \"}"
      })
  void refusesABodyThatIsNotWhole(String body) {
    desk.store("question", 9);

    assertThat(desk.call("moderation-report", "bori", body).refusal()).isEqualTo("400 C001");
    assertThat(Items.all(STACK, "ReportTable")).isEmpty();
  }

  @Test
  void knowsNoPostThatIsGoneOrHidden() {
    desk.store("help", 9);
    desk.store("answer", 11);
    desk.hide(ADMIN, "help", 9, true);
    desk.hide(ADMIN, "answer", 11, true);

    for (String kind : List.of("question", "answer", "help")) {
      assertThat(desk.report("bori", kind, 8, "욕설").refusal()).isEqualTo("400 C003");
    }
    assertThat(desk.report("bori", "help", 9, "욕설").refusal()).isEqualTo("400 C003");
    assertThat(desk.report("bori", "answer", 11, "욕설").refusal()).isEqualTo("400 C003");
  }

  @Test
  void administratorsPageThroughReportsNewestFirst() {
    for (int i = 1; i <= 45; i++) {
      desk.store("question", i);
      desk.report("bori", "question", i, "이유");
      desk.clock.advance(Duration.ofSeconds(1));
    }
    List<Long> seen = new ArrayList<>();
    long cursor = 0;
    do {
      JsonNode page = desk.reports(ADMIN, cursor).content();
      page.path("reportList").forEach(report -> seen.add(report.path("postId").asLong()));
      assertThat(page.path("hasNext").asBoolean()).isEqualTo(!page.path("lastCursorId").isNull());
      cursor = page.path("lastCursorId").asLong();
    } while (cursor != 0);

    assertThat(seen)
        .hasSize(45)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    desk.clock.advance(Duration.ofDays(91));
    assertThat(desk.reports(ADMIN, 0).content().path("reportList")).isEmpty();
  }

  @Test
  void nobodyElseSeesReportsAndGuestsMakeNone() {
    desk.store("question", 9);

    assertThat(desk.report(GUEST, "question", 9, "욕설").refusal()).isEqualTo("401 J001");
    assertThat(desk.reports("bori", 0).refusal()).isEqualTo("403 C006");
    assertThat(desk.reports(GUEST, 0).refusal()).isEqualTo("403 C006");
  }
}
