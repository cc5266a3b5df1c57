package app.oegukmin.shared.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.work.CrawlPage.Purpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkJsonTest {

  private static final Instant NOW = Instant.parse("2026-11-23T00:00:00.123Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final TranslateNotice NOTICE =
      new TranslateNotice(175244025847617L, "5f2b", Language.EN_US);

  static Stream<Work> oneOfEachKind() {
    return Stream.of(
        new StartCrawl(NOW),
        new CrawlPage("2026-11-20T09:00:00.000Z", "official-academic", 2, Purpose.DAILY, 90, 1),
        new ReadMenus(MONDAY, NOW),
        new IndexDocument(SearchKind.FAQ, 7, "c4ca4238a0b923820dcc509a6f75849b"),
        new RemovePictures("question", 7),
        new RemovePost(PostKind.ANSWER, 9),
        new RemoveMember("uid-1", "public-1", "2026-11-20T09:00:00"),
        NOTICE,
        new TranslateMenu(MONDAY, Language.ZH));
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void isReadAsItWasWritten(Work work) {
    assertThat(WorkJson.read(WorkJson.write(work), Work.class)).isEqualTo(work);
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void carriesVersionKindAndIdempotencyKey(Work work) {
    assertThat(WorkJson.write(work))
        .startsWith("{\"v\":2,\"kind\":\"")
        .contains("\"key\":\"" + work.key() + '"');
  }

  @Test
  void namesWhatItIsToBeTranslated() {
    assertThat(WorkJson.write(NOTICE))
        .isEqualTo(
            "{\"v\":2,\"kind\":\"notice\",\"article\":175244025847617,\"hash\":\"5f2b\","
                + "\"language\":\"EN-US\",\"key\":\"175244025847617:5f2b:EN-US\"}");
  }

  @ParameterizedTest
  @MethodSource("oneOfEachKind")
  void keysFitFifoQueues(Work work) {
    assertThat(work.key()).hasSizeBetween(1, 128).matches("\\p{Graph}+");
  }

  @Test
  void ignoresWhatALaterVersionAdds() {
    String later = WorkJson.write(NOTICE).replace("\"v\":2,", "\"v\":2,\"since\":1,");
    assertThat(WorkJson.read(later, TranslateWork.class)).isEqualTo(NOTICE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "poison",
        "[]",
        "7",
        "null",
        "{}",
        "{\"v\":2}",
        "{\"v\":2,\"kind\":\"novel\",\"article\":1,\"hash\":\"5f2b\",\"language\":\"ZH\"}",
        "{\"v\":3,\"kind\":\"notice\",\"article\":1,\"hash\":\"5f2b\",\"language\":\"ZH\"}",
        "{\"v\":2,\"kind\":\"notice\",\"hash\":\"5f2b\",\"language\":\"ZH\"}",
        "{\"v\":2,\"kind\":\"notice\",\"article\":\"1\",\"hash\":\"5f2b\",\"language\":\"ZH\"}",
        "{\"v\":2,\"kind\":\"notice\",\"article\":1,\"hash\":\"\",\"language\":\"ZH\"}",
        "{\"v\":2,\"kind\":\"notice\",\"article\":1,\"hash\":null,\"language\":\"ZH\"}",
        "{\"v\":2,\"kind\":\"notice\",\"article\":1,\"hash\":\"5f2b\",\"language\":\"KO\"}",
        "{\"v\":2,\"kind\":\"notice\",\"article\":1,\"hash\":\"5f2b\",\"language\":\"FR\"}",
        "{\"v\":2,\"kind\":\"notice\",\"article\":1,\"hash\":\"5f2b\",\"language\":\"ZH\"}}",
        "{\"v\":2,\"kind\":\"menu\",\"date\":\"tomorrow\",\"language\":\"ZH\"}",
        "{\"v\":2,\"kind\":\"menu\",\"date\":\"\",\"language\":\"ZH\"}",
        "{\"v\":2,\"kind\":\"menu\",\"date\":\"2026-11-23\",\"language\":\"KO\"}",
        "{\"v\":2,\"kind\":\"member\",\"id\":\"a\",\"publicId\":\"b\",\"deletedDate\":\"\"}",
        "{\"v\":2,\"kind\":\"page\",\"run\":\"r\",\"board\":\"b\",\"page\":1,\"purpose\":0,\"below\":9,\"part\":0}"
      })
  void refusesWhatIsNoMessage(String body) {
    assertThatExceptionOfType(DeadLetterException.class)
        .isThrownBy(() -> WorkJson.read(body, Work.class));
  }

  /** What the first version wrote, with a kind for some queues alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"v\":1,\"key\":\"1:5f2b:ZH\",\"article\":1,\"hash\":\"5f2b\",\"language\":\"ZH\"}",
        "{\"v\":1,\"run\":\"r\",\"board\":\"b\",\"page\":1,\"kind\":\"often\",\"below\":9}",
        "{\"v\":1,\"kind\":\"menu\",\"date\":\"2026-11-23\",\"language\":\"ZH\"}"
      })
  void refusesTheFirstVersion(String body) {
    assertThatExceptionOfType(DeadLetterException.class)
        .isThrownBy(() -> WorkJson.read(body, Work.class))
        .withMessageContaining("version");
  }

  @Test
  void refusesTheMessagesOfAnotherQueue() {
    assertThatExceptionOfType(DeadLetterException.class)
        .isThrownBy(() -> WorkJson.read(WorkJson.write(NOTICE), CrawlWork.class));
  }

  @Test
  void quotesNothingOfWhatItRefuses() {
    String message = "{\"v\":2,\"kind\":\"member\",\"id\":[\"uid-1\"],\"publicId\":\"b\"}";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkJson.read(message, RemovalWork.class))
        .withNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("uid-1"));
  }

  @Test
  void aRemovalDoesNotShowTheRealId() {
    assertThat(new RemoveMember("uid-1", "public-1", "2026-11-20").toString())
        .doesNotContain("uid-1");
  }

  @Test
  void theNextPageIsOfTheSameRunAndBoard() {
    CrawlPage page = new CrawlPage("run", "board", 2, Purpose.DAILY, 90, 1);
    assertThat(page.next(70).below()).isEqualTo(70);
    assertThat(page.next(110)).isEqualTo(new CrawlPage("run", "board", 3, Purpose.DAILY, 90, 0));
    assertThat(page.rest()).isEqualTo(new CrawlPage("run", "board", 2, Purpose.DAILY, 90, 2));
    assertThat(page.rest().key()).isNotEqualTo(page.key());
  }
}
