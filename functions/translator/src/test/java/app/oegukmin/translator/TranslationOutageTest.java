package app.oegukmin.translator;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
  }
}
