package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.notice.NoticeBody;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * F-51 and others: hours of trouble at the vendor, then quiet ones; {@code -Dfault.seeds=n} for
 * more of them.
 */
@Tag("process")
class TranslationFaultRunTest {

  @RegisterExtension static final Stack STACK = Newsroom.stack();

  private static final int ARTICLES = 5;
  private static final int TROUBLED_ROUNDS = 6;
  private static final Integer[] STATUSES = {200, 200, 400, 403, 429, 456, 500, 503, 529};
  // As long as the queue hides a message that has failed.
  private static final Duration ROUND = Duration.ofMinutes(12);

  private final List<String> deadLetters = new ArrayList<>();
  private Newsroom newsroom;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("fault.seeds", 5));
  }

  @BeforeEach
  void open() throws IOException {
    STACK.clear();
    newsroom = new Newsroom(STACK);
  }

  @AfterEach
  void close() {
    newsroom.close();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void dN13_everyNoticeArrivesInThreeLanguagesAndIsPaidOnce(long seed) throws IOException {
    List<Article> articles = publish();
    List<String> open = new ArrayList<>();
    articles.forEach(article -> open.addAll(newsroom.requests(article)));
    newsroom.queue().send(open);
    Random random = new Random(seed);
    for (int round = 0; round < TROUBLED_ROUNDS; round++) {
      trouble(random);
      deliver(open);
    }
    newsroom.deepL().heal();
    newsroom.queue().send(deadLetters);
    newsroom.queue().send(newsroom.missing());
    deadLetters.clear();
    for (int round = 0; round < 2; round++) {
      deliver(open);
    }
    assertThat(open).isEmpty();
    for (Article article : articles) {
      assertTranslated(article);
    }
    assertPaidOnceButForWhatIsCounted();
  }

  private List<Article> publish() {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      String document = "<p>모두에게</p><p>%d번 글 <a href=\"https://a/%1$d\">보기</a></p>".formatted(i);
      articles.add(newsroom.publish(90010 + i, i / 2 + "번 안내", document));
    }
    return articles;
  }

  private void trouble(Random random) {
    newsroom.deepL().heal();
    for (int call = 0; call < ARTICLES; call++) {
      newsroom.deepL().answerNext(STATUSES[random.nextInt(STATUSES.length)]);
    }
    switch (random.nextInt(4)) {
      case 0 -> newsroom.deepL().loseNextAnswer();
      case 1 -> newsroom.deepL().twist(translations -> translations.removeAll().add("text"));
      case 2 ->
          newsroom
              .deepL()
              .twist(
                  translations ->
                      DeepLServer.eachText(translations, TranslationFaultRunTest::doubled));
      default -> {}
    }
  }

  private static String doubled(String text) {
    return text.replaceAll("(<a [^>]*>)([^<]*)</a>", "$1$2</a>$1$2</a>");
  }

  /** Delivers what is due; what is not done afterwards is known as missing or a dead letter. */
  private void deliver(List<String> open) {
    newsroom.deliver();
    deadLetters.addAll(newsroom.deadLetters());
    open.removeIf(newsroom::done);
    List<String> known = new ArrayList<>(newsroom.missing());
    known.addAll(deadLetters);
    assertThat(known).containsExactlyInAnyOrderElementsOf(open);
    newsroom.clock().advance(ROUND);
  }

  private void assertTranslated(Article article) {
    NoticeBody korean = newsroom.body(article, Language.KO);
    for (Language language : Language.TRANSLATED) {
      NoticeBody body = newsroom.body(article, language);
      String code = language.tag();
      assertThat(body.title()).isEqualTo(DeepLServer.translation(korean.title(), code));
      assertThat(body.document()).isEqualTo(DeepLServer.translation(korean.document(), code));
      assertThat(newsroom.lists(language, article))
          .hasSize(2)
          .allMatch(row -> row.title().equals(body.title()));
    }
  }

  private void assertPaidOnceButForWhatIsCounted() {
    List<String> paid =
        newsroom.deepL().calls().stream()
            .flatMap(call -> call.texts().stream().map(text -> call.language() + text))
            .toList();
    assertThat(paid.size() - new HashSet<>(paid).size())
        .isLessThanOrEqualTo((int) newsroom.sum(TranslationMemory.PAID_TWICE));
    long characters =
        newsroom.deepL().paid().stream().mapToLong(text -> text.codePoints().count()).sum();
    assertThat(Months.used(STACK, YearMonth.of(2026, 11))).isEqualTo(characters);
  }
}
