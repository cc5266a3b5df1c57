package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class TranslatorHandlerTest {

  @RegisterExtension static final Stack STACK = Newsroom.stack();

  private Newsroom newsroom;

  @BeforeEach
  void open() throws IOException {
    STACK.clear();
    newsroom = new Newsroom(STACK);
  }

  @AfterEach
  void close() {
    newsroom.close();
  }

  @Test
  void translatesANewArticleIntoBothLanguages() throws IOException {
    Article article = newsroom.publish("신청 안내", "<p>글 <a href=\"https://a/1\">보기</a></p>");
    assertThat(newsroom.deliver(newsroom.requests(article))).isEmpty();
    for (Language language : Language.TRANSLATED) {
      String mark = "[" + language.tag() + "]";
      assertThat(newsroom.body(article, language).document())
          .isEqualTo("<p>%s글 <a href=\"https://a/1\">%s보기</a></p>".formatted(mark, mark));
      assertThat(newsroom.lists(language, article))
          .hasSize(2)
          .allMatch(row -> row.title().equals(mark + "신청 안내"))
          .noneMatch(row -> row.department().equals("교무팀"));
    }
    assertThat(newsroom.lists(Language.KO, article)).allMatch(r -> r.title().equals("신청 안내"));
  }

  @Test
  void dN7_paysNothingForARepeatedDelivery() throws IOException {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.deliver(newsroom.requests(article));
    int calls = newsroom.deepL().calls().size();
    assertThat(newsroom.deliver(newsroom.requests(article))).isEmpty();
    assertThat(newsroom.deepL().calls()).hasSize(calls);
  }

  @Test
  void dN7_paysForAnEditOnlyWhatHasChanged() throws IOException {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.deliver(newsroom.requests(article));
    Article edited = newsroom.revise(article, "신청 안내", "<p>고친 글</p>");
    int before = newsroom.deepL().paid().size();
    newsroom.deliver(newsroom.requests(edited));
    assertThat(newsroom.deepL().paid().subList(before, newsroom.deepL().paid().size()))
        .containsExactly("<p>고친 글</p>", "<p>고친 글</p>");
    assertThat(newsroom.body(edited, Language.ZH).document()).isEqualTo("<p>[ZH]고친 글</p>");
  }

  @Test
  void leavesAnOutdatedRequestToTheNewerOne() throws IOException {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.revise(article, "신청 안내", "<p>고친 글</p>");
    assertThat(newsroom.deliver(newsroom.requests(article))).isEmpty();
    assertThat(newsroom.deepL().calls()).isEmpty();
  }

  @Test
  void doesNotStoreATranslationOfAnArticleThatWasEditedMeanwhile() throws IOException {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom
        .deepL()
        .twist(
            translations -> {
              newsroom.revise(article, "고친 안내", "<p>고친 글</p>");
              return translations;
            });
    assertThat(newsroom.deliver(newsroom.requests(article))).isEmpty();
    assertThat(newsroom.body(article, Language.ZH).document()).isEqualTo("<p>고친 글</p>");
    assertThat(newsroom.lists(Language.ZH, article)).allMatch(r -> r.title().equals("고친 안내"));
  }

  @Test
  void f20_sendsAPoisonMessageToTheDeadLettersAtOnce() {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    List<String> messages = newsroom.requests(article);
    assertThat(newsroom.deliver(List.of(messages.get(0), "poison", messages.get(1)))).isEmpty();
    assertThat(newsroom.messages()).isZero();
    assertThat(newsroom.deadLetters()).containsExactly("poison");
    assertThat(newsroom.body(article, Language.EN_US).translated()).isTrue();
    assertThat(newsroom.body(article, Language.ZH).translated()).isTrue();
  }

  @Test
  void dN13_servesKoreanUntilTheQuotaIsThereAgain() throws IOException {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.deepL().answerNext(456);
    assertThat(newsroom.deliver(newsroom.requests(article))).isEmpty();
    assertThat(newsroom.lists(Language.EN_US, article)).allMatch(r -> r.title().equals("신청 안내"));
    assertThat(newsroom.messages()).isZero();
    assertThat(newsroom.told("TranslationUsedUp")).isEqualTo(2);
    assertThat(newsroom.sum("TranslationQuotaUsedUp")).isEqualTo(2);
    assertThat(newsroom.deepL().calls()).isEmpty();
    newsroom.clock().advance(Duration.ofHours(1));
    assertThat(newsroom.missing()).hasSize(2);
    newsroom.deliver(newsroom.missing());
    assertThat(newsroom.body(article, Language.EN_US).translated()).isTrue();
    assertThat(newsroom.body(article, Language.ZH).translated()).isTrue();
  }

  @Test
  void dN13_servesKoreanUntilTheNextMonthWhenTheCapIsReached() throws IOException {
    newsroom.cap(8);
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    assertThat(newsroom.deliver(newsroom.requests(article))).isEmpty();
    assertThat(newsroom.deepL().paid()).containsExactly("신청 안내");
    assertThat(newsroom.lists(Language.EN_US, article)).allMatch(r -> r.title().equals("신청 안내"));
    assertThat(newsroom.messages()).isZero();
    assertThat(newsroom.told("TranslationUsedUp")).isEqualTo(2);
    assertThat(newsroom.sum("TranslationCapReached")).isEqualTo(2);
    newsroom.clock().advance(Duration.ofDays(11));
    newsroom.cap(30);
    assertThat(newsroom.deliver(newsroom.missing())).isEmpty();
    assertThat(newsroom.body(article, Language.EN_US).translated()).isTrue();
    assertThat(newsroom.body(article, Language.ZH).translated()).isTrue();
    assertThat(newsroom.deepL().paid()).hasSize(4);
  }

  @Test
  void f20_hidesWhatCannotBeTranslatedNow() throws IOException {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.deepL().answerNext(429);
    assertThat(newsroom.deliver(newsroom.requests(article).subList(0, 1))).isEmpty();
    assertThat(newsroom.queue().pauses()).containsExactly(Duration.ofMinutes(1));
    assertThat(newsroom.messages()).isEqualTo(1);
  }

  @Test
  void leavesARejectedTextToTheDeadLetterQueue() throws IOException {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    List<String> messages = newsroom.requests(article);
    newsroom.deepL().answerNext(400);
    assertThat(newsroom.deliver(messages.subList(0, 1))).isEmpty();
    assertThat(newsroom.deliver(messages.subList(1, 2))).isEmpty();
    assertThat(newsroom.messages()).isZero();
    assertThat(newsroom.deadLetters()).containsExactly(messages.getFirst());
    assertThat(newsroom.missing()).as("asked for again in vain").isEmpty();
    assertThat(newsroom.body(article, Language.ZH).translated()).isTrue();
  }

  @Test
  @DisplayName("F-52: a text that is too large goes to the dead letters, and others are translated")
  void f52_postsATextThatIsTooLargeOnce() throws IOException {
    Article refused = newsroom.publish(90010, "너무 큰 글", "<p>TOOBIG</p>");
    Article other = newsroom.publish(90011, "보통 글", "<p>보통 행사</p>");
    newsroom.deepL().refuseAsTooLarge(call -> call.texts().contains("<p>TOOBIG</p>"));
    newsroom.queue().send(newsroom.requests(refused).subList(0, 1));
    assertThat(newsroom.deliver(newsroom.requests(other))).isEmpty();
    assertThat(newsroom.body(other, Language.EN_US).translated()).isTrue();
    newsroom.clock().advance(Duration.ofHours(2));
    newsroom.deliver();
    assertThat(newsroom.deepL().tooLarge()).hasSize(1);
    assertThat(newsroom.messages()).isZero();
    assertThat(newsroom.deadLetters()).hasSize(1);
  }

  @Test
  @DisplayName("F-37: names that an operator keeps stay as they are, in titles and in text")
  void f37_keepsNamesInTitlesAndText() throws IOException {
    newsroom.keep("북악관,ON국민포털");
    Article article = newsroom.publish("북악관 <1층> 안내", "<p>ON국민포털에서 신청</p><p>글</p><p>북악관</p>");
    assertThat(newsroom.deliver(newsroom.requests(article))).isEmpty();
    assertThat(newsroom.body(article, Language.ZH).title()).isEqualTo("북악관[ZH] <1층> 안내");
    assertThat(newsroom.body(article, Language.ZH).document())
        .isEqualTo("<p>ON국민포털[ZH]에서 신청</p><p>[ZH]글</p><p>북악관</p>");
  }

  @Test
  void hidesWhatItHasNoTimeFor() throws IOException {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.remaining(Duration.ofSeconds(10));
    assertThat(newsroom.deliver(newsroom.requests(article))).isEmpty();
    assertThat(newsroom.deepL().calls()).isEmpty();
    assertThat(newsroom.postponed()).isEqualTo(2);
  }

  @Test
  void dN7_beginsNoCallThatItMayNotSeeTheEndOf() throws IOException {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.remaining(Duration.ofSeconds(40));
    newsroom
        .deepL()
        .twist(
            translations -> {
              newsroom.clock().advance(Duration.ofSeconds(18));
              return translations;
            });

    assertThat(newsroom.deliver(newsroom.requests(article).subList(0, 1))).isEmpty();
    assertThat(newsroom.deepL().calls()).hasSize(1);
    assertThat(newsroom.postponed()).isEqualTo(1);

    newsroom.clock().advance(Duration.ofSeconds(1));
    newsroom.deliver();
    assertThat(newsroom.body(article, Language.EN_US).translated()).isTrue();
    assertThat(newsroom.deepL().paid()).doesNotHaveDuplicates();
  }

  @Test
  void acknowledgesEverythingWithoutAKey() throws IOException {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.forgetKey();
    assertThat(newsroom.deliver(newsroom.requests(article))).isEmpty();
    assertThat(newsroom.postponed()).isZero();
    assertThat(newsroom.counted("TranslationSkipped")).isEqualTo(2);
    assertThat(newsroom.body(article, Language.EN_US).title()).isEqualTo("신청 안내");
    assertThat(newsroom.messages()).isZero();
    assertThat(newsroom.missing()).hasSize(2);
  }

  @Test
  void dN6_translatesALongDocumentWithoutLoss() throws IOException {
    StringBuilder html = new StringBuilder("<div class=\"view_inner\">");
    for (int i = 0; i < 400; i++) {
      html.append(
          "<p>%d. %s <a href=\"https://a/%d\">%d번 보기</a>".formatted(i, "제1전공 ".repeat(40), i, i));
      html.append("<img src=\"https://a/%d.png\"></p>".formatted(i));
    }
    Article article = newsroom.publish("신청 안내", html + "</div>");
    assertThat(newsroom.deliver(newsroom.requests(article))).isEmpty();
    Element body = Jsoup.parseBodyFragment(newsroom.body(article, Language.ZH).document()).body();
    assertThat(body.select("a").eachAttr("href")).hasSize(400).doesNotHaveDuplicates();
    assertThat(body.select("img").eachAttr("src")).hasSize(400).doesNotHaveDuplicates();
    assertThat(body.select("a").eachText()).allMatch(text -> text.startsWith("[ZH]"));
    assertThat(body.select("div.view_inner > p")).hasSize(400);
    assertThat(newsroom.deepL().calls()).allMatch(call -> call.bytes() <= 128 * 1024);
  }

  @Test
  void readsTheRecordedEvent() {
    assertThat(newsroom.handle(STACK.event("translator-notices")))
        .isEqualTo("{\"batchItemFailures\":[]}");
  }
}
