package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.dispatcher.CatchUp.Asked;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.menu.Meal;
import app.oegukmin.shared.menu.MenuTable;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.NoticeTranslation;
import app.oegukmin.shared.notice.TranslationPeriod;
import app.oegukmin.shared.work.TranslateMenu;
import app.oegukmin.shared.work.TranslateNotice;
import app.oegukmin.shared.work.TranslateWork;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class CatchUpTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of(
          "ArticleTable",
          "JobTable",
          "NoticeTable",
          "NoticeBodyTable",
          "DocumentTable",
          "MenuTable",
          "TranslateQueue");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Duration HOUR = Duration.ofHours(1);

  // Noon in Seoul.
  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T03:00:00Z"));
  private NoticeTable lists;
  private NoticeBodyTable bodies;
  private ArticleTable articles;
  private MenuTable menus;

  @BeforeEach
  void open() {
    STACK.clear();
    lists = new NoticeTable(STACK.dynamodb(), STACK.table("NoticeTable"));
    bodies =
        new NoticeBodyTable(
            STACK.dynamodb(),
            STACK.table("NoticeBodyTable"),
            new DocumentTable(STACK.dynamodb(), STACK.table("DocumentTable")));
    articles =
        new ArticleTable(
            STACK.dynamodb(),
            STACK.table("ArticleTable"),
            lists,
            bodies,
            new TranslationPeriod(30),
            clock);
    menus = new MenuTable(STACK.dynamodb(), STACK.table("MenuTable"));
  }

  @Test
  @DisplayName("F-29: what was crawled and not translated is asked for until it is translated")
  void f29_asksForWhatIsNotTranslated() {
    Article article = publish(1);
    clock.advance(HOUR);

    assertThat(run()).isEqualTo(new Asked(2, 0));
    assertThat(asked())
        .containsExactlyInAnyOrder(
            new TranslateNotice(article.id(), article.hash(), Language.EN_US),
            new TranslateNotice(article.id(), article.hash(), Language.ZH));

    translate(article, Language.EN_US);
    clock.advance(HOUR);
    assertThat(run()).isEqualTo(new Asked(1, 0));
    assertThat(asked())
        .containsExactly(new TranslateNotice(article.id(), article.hash(), Language.ZH));

    translate(article, Language.ZH);
    clock.advance(HOUR);
    assertThat(run()).isEqualTo(new Asked(0, 0));
    assertThat(asked()).isEmpty();
  }

  @Test
  @DisplayName("F-29: nothing is asked for twice, also when nobody works off the queue")
  void f29_asksForNothingWhileTheQueueIsNotEmpty() {
    publish(1);
    clock.advance(HOUR);
    run();
    for (int hour = 0; hour < 3; hour++) {
      clock.advance(HOUR);
      assertThat(run()).isEqualTo(new Asked(0, 0));
    }
    assertThat(asked()).hasSize(2);

    // Received and hidden, as what waits is.
    assertThat(run()).isEqualTo(new Asked(2, 0));
    STACK
        .sqs()
        .receiveMessage(r -> r.queueUrl(STACK.queue("TranslateQueue")).maxNumberOfMessages(10));
    assertThat(run()).isEqualTo(new Asked(0, 0));
  }

  @Test
  void leavesWhatIsOnItsWayAlone() {
    publish(1);
    clock.advance(Duration.ofMinutes(9));
    assertThat(run()).isEqualTo(new Asked(0, 0));
  }

  @Test
  void asksForNoVersionThatIsOlderThanThePeriod() {
    publish(1);
    clock.advance(Duration.ofDays(30));
    assertThat(run()).isEqualTo(new Asked(2, 0));
    asked();
    clock.advance(Duration.ofDays(2));
    assertThat(run()).isEqualTo(new Asked(0, 0));
  }

  @Test
  void asksForAHundredOfEachLanguageAtOnceTheNewestFirst() {
    for (int number = 1; number <= 101; number++) {
      publish(number);
      clock.advance(Duration.ofSeconds(1));
    }
    clock.advance(HOUR);
    AwsCalls.forget();

    assertThat(run()).isEqualTo(new Asked(200, 0));
    assertThat(AwsCalls.count("SendMessageBatch")).isEqualTo(20);
    long oldest = publishedFirst();
    assertThat(asked())
        .hasSize(200)
        .doesNotHaveDuplicates()
        .noneMatch(work -> work instanceof TranslateNotice notice && notice.article() == oldest);
  }

  @Test
  void f29_asksForMenusOfTheComingDaysThatHaveNoTranslation() {
    store(TODAY.minusDays(1), "어제");
    store(TODAY, "라면");
    store(TODAY.plusDays(13), "국밥");
    Meal noodles = menus.untranslated(TODAY, Language.ZH).getFirst();
    menus.translate(noodles, Language.ZH, "拉面");

    assertThat(run()).isEqualTo(new Asked(0, 3));
    assertThat(asked())
        .containsExactlyInAnyOrder(
            new TranslateMenu(TODAY, Language.EN_US),
            new TranslateMenu(TODAY.plusDays(13), Language.EN_US),
            new TranslateMenu(TODAY.plusDays(13), Language.ZH));
  }

  @Test
  @DisplayName("F-64: what lies in the dead letters keeps no menu Korean")
  void f64_asksForMenusWhateverLiesInTheDeadLetters() {
    store(TODAY, "라면");
    STACK
        .sqs()
        .sendMessage(r -> r.queueUrl(STACK.queue("TranslateDeadLetters")).messageBody("refused"));

    assertThat(run()).isEqualTo(new Asked(0, 2));
  }

  private Asked run() {
    Map<String, String> environment = STACK.environment("CatchUpFunction");
    return new CatchUpHandler(environment, clock).handleRequest(Map.of(), null);
  }

  private List<TranslateWork> asked() {
    List<TranslateWork> asked = new ArrayList<>();
    List<String> bodies = STACK.take("TranslateQueue");
    while (!bodies.isEmpty()) {
      bodies.forEach(body -> asked.add(WorkJson.read(body, TranslateWork.class)));
      bodies = STACK.take("TranslateQueue");
    }
    return asked;
  }

  private Article publish(int number) {
    return articles.publish(notice(number), 1, number).orElseThrow();
  }

  private long publishedFirst() {
    String url = notice(1).url();
    return articles.find(List.of(url)).get(url).id();
  }

  private static Notice notice(int number) {
    return new Notice(
        "https://www.kookmin.ac.kr/user/kmuNews/notice/4/" + number + "/view.do",
        "학사공지",
        "안내 " + number,
        TODAY,
        "교무팀",
        "홍길동",
        "No Phone",
        "<p>글</p>",
        List.of());
  }

  private void translate(Article article, Language language) {
    bodies.translate(
        new NoticeTranslation(
            article.id(), language, article.type(), article.hash(), "Title", "Office", "<p/>"),
        lists);
  }

  private void store(LocalDate day, String text) {
    Meal meal = new Meal(day, "한울식당(법학관 지하1층)", "석식", text, "5000");
    menus.store(day, Set.of(meal.cafeteria()), List.of(meal));
  }
}
