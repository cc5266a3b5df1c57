package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.work.TranslateNotice;
import app.oegukmin.shared.work.TranslateWork;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class DispatcherHandlerTest {

  @RegisterExtension static final Stack STACK = Stack.of("TranslateQueue");

  // Noon in Seoul: thirty days ago it was 21 October.
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T03:00:00Z"));
  private final Dispatch dispatch = Dispatch.of(STACK, clock);
  private final ArrayNode records = Json.MAPPER.createArrayNode();

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void asksForEachLanguageOfANewArticle() {
    change(77, null, "new", "2026-11-19");
    assertThat(dispatch.handle(records)).isEmpty();
    assertThat(requests())
        .containsExactlyInAnyOrder(
            new TranslateNotice(77, "new", Language.EN_US),
            new TranslateNotice(77, "new", Language.ZH));
  }

  @Test
  void takesTheRecordedEvent() {
    assertThat(dispatch.handle(dispatch.recorded("dispatcher-articles"))).isEmpty();
    assertThat(requests())
        .extracting(TranslateNotice::key)
        .containsExactlyInAnyOrder("175244025847617:5f2b:EN-US", "175244025847617:5f2b:ZH");
  }

  @Test
  void leavesAnArticleInKoreanThatIsOldAtFirstSight() {
    change(77, null, "new", "2026-10-20");
    change(78, null, "new", "2026-10-21");
    assertThat(dispatch.handle(records)).isEmpty();
    assertThat(requests()).extracting(TranslateNotice::article).containsOnly(78L);
  }

  @Test
  void countsDaysAsSeoulDoes() {
    // 15:30 in Greenwich is past midnight in Seoul.
    clock.advance(Duration.ofHours(12).plusMinutes(30));
    change(77, null, "new", "2026-10-21");
    dispatch.handle(records);
    assertThat(requests()).isEmpty();
  }

  @Test
  void countsAsManyDaysAsTheTemplateSays() {
    change(77, null, "new", "2026-11-18");
    dispatch.with("TRANSLATE_DAYS", "1").handle(records);
    assertThat(requests()).isEmpty();
  }

  @Test
  @DisplayName("F-37: an edit is translated, unless its article is old")
  void f37_asksAgainForAnEditedArticleThatIsNotOld() {
    change(77, "old", "new", "2026-10-20");
    change(78, "old", "new", "2026-10-21");
    dispatch.handle(records);
    assertThat(requests())
        .hasSize(2)
        .allMatch(request -> request.hash().equals("new") && request.article() == 78);
  }

  @Test
  void asksForNothingWhenTheVersionIsTheSame() {
    change(77, "same", "same", "2026-11-19");
    assertThat(dispatch.handle(records)).isEmpty();
    assertThat(requests()).isEmpty();
  }

  @Test
  void namesTheFirstRecordThatFailedAndLeavesTheRestForLater() {
    change(77, null, "new", "2026-11-19");
    change(78, null, "new", "no date");
    change(79, null, "new", "2026-11-19");
    assertThat(dispatch.handle(records)).containsExactly("1");
    assertThat(requests()).extracting(TranslateNotice::article).containsOnly(77L);
  }

  @Test
  void failsWhenTheQueueIsGone() {
    change(77, null, "new", "2026-11-19");
    String gone = STACK.queue("TranslateQueue") + "-gone";
    assertThat(dispatch.with("TRANSLATE_QUEUE_URL", gone).handle(records)).containsExactly("0");
  }

  private void change(long article, String before, String now, String written) {
    ObjectNode change = dispatch.change(records, "ARTICLE_TABLE");
    image(change.putObject("NewImage"), article, now, written);
    if (before != null) {
      image(change.putObject("OldImage"), article, before, written);
    }
  }

  private static void image(ObjectNode image, long article, String hash, String written) {
    image.putObject("url").put("S", "https://site.example/" + article);
    image.putObject("id").put("N", Long.toString(article));
    image.putObject("hash").put("S", hash);
    image.putObject("writtenDate").put("S", written);
  }

  private List<TranslateNotice> requests() {
    return dispatch.messages("TranslateQueue", TranslateWork.class).stream()
        .map(TranslateNotice.class::cast)
        .toList();
  }
}
