package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class TranslationOutageTest {

  @RegisterExtension static final Stack STACK = Newsroom.stack();

  private static final int MINUTES = 45;
  private static final int CALLS = 1000;

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
  @DisplayName("F-20: an outage that lasts longer than Lambda lets a chain of messages grow")
  void f20_anOutageLosesNothingAndNeedsNoNewMessage() {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.queue().send(newsroom.requests(article));
    newsroom.deepL().answerNext(Collections.nCopies(CALLS, 503).toArray(Integer[]::new));
    AwsCalls.forget();
    for (int minute = 0; minute < MINUTES; minute++) {
      newsroom.deliver();
      assertThat(newsroom.postponed()).isEqualTo(2);
      newsroom.clock().advance(Duration.ofMinutes(1));
    }
    assertThat(AwsCalls.operations()).doesNotContain("SendMessage", "SendMessageBatch");
    assertThat(newsroom.messages()).isEqualTo(2);

    newsroom.deepL().heal();
    newsroom.deliver();

    assertThat(newsroom.body(article, Language.EN_US).translated()).isTrue();
    assertThat(newsroom.body(article, Language.ZH).translated()).isTrue();
    assertThat(newsroom.messages()).isZero();
    assertThat(newsroom.deadLetters()).isEmpty();
    assertThat(newsroom.missing()).isEmpty();
  }

  @Test
  @DisplayName("F-20: an outage of hours leaves no dead letter and is the catch-up's")
  void f20_anOutageOfHoursIsLeftToTheCatchUp() {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.deepL().answerNext(Collections.nCopies(CALLS, 503).toArray(Integer[]::new));
    newsroom.queue().send(newsroom.requests(article));
    int minutes = 0;
    while (newsroom.messages() > 0) {
      newsroom.deliver();
      newsroom.clock().advance(Duration.ofMinutes(1));
      minutes++;
    }
    assertThat(minutes).isBetween(60, 65);
    assertThat(newsroom.deadLetters()).isEmpty();
    assertThat(newsroom.missing()).containsExactlyInAnyOrderElementsOf(newsroom.requests(article));

    newsroom.deepL().heal();
    newsroom.deliver(newsroom.missing());
    assertThat(newsroom.missing()).isEmpty();
    assertThat(newsroom.body(article, Language.ZH).translated()).isTrue();
  }

  @Test
  @DisplayName("F-29: what was crawled without a key is translated once there is one")
  void f29_aKeyThatComesLateIsEnough() {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.forgetKey();
    newsroom.deliver(newsroom.requests(article));
    newsroom.clock().advance(Duration.ofHours(1));
    newsroom.deliver(newsroom.missing());
    assertThat(newsroom.missing()).hasSize(2);

    newsroom.findKey();
    newsroom.clock().advance(Duration.ofHours(1));
    newsroom.deliver(newsroom.missing());

    assertThat(newsroom.missing()).isEmpty();
    assertThat(newsroom.lists(Language.EN_US, article))
        .hasSize(2)
        .allMatch(row -> row.title().equals("[EN-US]신청 안내"));
  }

  @Test
  @DisplayName("F-64: a response that cannot be read once does not leave a notice Korean")
  void f64_theCatchUpHealsAResponseThatCouldNotBeRead() {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.deepL().twist(translations -> translations.removeAll().add("text"));
    newsroom.deliver(newsroom.requests(article));
    assertThat(newsroom.messages()).isZero();
    assertThat(newsroom.deadLetters()).isEmpty();

    newsroom.deepL().heal();
    newsroom.clock().advance(Duration.ofHours(1));
    newsroom.deliver(newsroom.missing());

    assertThat(newsroom.body(article, Language.EN_US).translated()).isTrue();
    assertThat(newsroom.body(article, Language.ZH).translated()).isTrue();
    assertThat(newsroom.missing()).isEmpty();
  }

  @Test
  @DisplayName("F-64, F-30: what can never be read is paid three times at most")
  void f64_whatCanNeverBeReadIsGivenUp() {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    newsroom.deepL().twist(translations -> translations.removeAll().add("text"));
    newsroom.deliver(newsroom.requests(article).subList(0, 1));
    String request = newsroom.requests(article).getFirst();
    while (newsroom.missing().contains(request)) {
      newsroom.clock().advance(Duration.ofHours(1));
      newsroom.deliver(List.of(request));
    }

    assertThat(newsroom.deepL().calls()).hasSize(3);
    assertThat(newsroom.deadLetters()).containsExactly(request);
  }

  @Test
  void f29_doublesAreDoneWithoutAnotherCall() {
    Article article = newsroom.publish("신청 안내", "<p>글</p>");
    List<String> twice = new ArrayList<>(newsroom.requests(article));
    twice.addAll(newsroom.missing());
    newsroom.deliver(twice);
    assertThat(newsroom.deepL().paid()).hasSize(4);
    assertThat(newsroom.messages()).isZero();
    assertThat(newsroom.missing()).isEmpty();
  }
}
