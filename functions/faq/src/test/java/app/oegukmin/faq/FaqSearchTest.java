package app.oegukmin.faq;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.IndexChange;
import app.oegukmin.shared.search.LuceneWriter;
import app.oegukmin.shared.search.SearchDocument;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code word} of the list of the FAQ (contract §6.6). */
@Tag("process")
class FaqSearchTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of("FaqTable", "PostTextTable", "AuditTable", "IndexTable", "IndexBucket");

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T00:00:00Z"));
  private final List<IndexChange> open = new ArrayList<>();
  private LuceneWriter writer;
  private FaqDesk desk;

  @BeforeEach
  void begin() {
    STACK.clear();
    Environment environment = new Environment(STACK.environment("FaqFunction"));
    writer = LuceneWriter.of(environment, STACK.dynamodb(), clock);
    desk = new FaqDesk(STACK, clock);
  }

  @Test
  void findsInOneLanguageAndTag() throws IOException {
    store(1, "비자 연장", Language.KO, "비자");
    store(2, "Visa extension", Language.EN_US, "visa");
    store(3, "기숙사 신청", Language.KO, "기숙사");

    assertThat(found("VISA ext")).containsExactly("Visa extension");
    assertThat(found("신청 기숙사")).containsExactly("기숙사 신청");
    assertThat(found("답")).containsExactly("기숙사 신청", "Visa extension", "비자 연장");
    assertThat(found("답\",\"language\":\"ko")).containsExactly("기숙사 신청", "비자 연장");
    assertThat(found("답\",\"tag\":\"비자")).containsExactly("비자 연장");
    assertThat(found("없는 말")).isEmpty();
    assertThat(found("신청\",\"sort\":\"relevance")).containsExactly("기숙사 신청");
  }

  @Test
  void leavesOutWhatIsHidden() throws IOException {
    store(9, "숨김 안내", Language.KO, "비자");
    assertThat(found("숨김")).hasSize(1);
    desk.hide(9);

    assertThat(found("숨김")).isEmpty();
  }

  @Test
  void findsEachOnceOverAllPages() throws IOException {
    for (int id = 1; id <= 45; id++) {
      store(id, "항목 " + id, Language.KO, "비자");
    }
    publish();
    List<String> titles = new ArrayList<>();
    long cursor = 0;
    do {
      var page = desk.list(cursor, ",\"word\":\"항목\"");
      titles.addAll(page.titles());
      cursor = page.content().path("lastCursorId").asLong();
    } while (cursor != 0);

    assertThat(titles).hasSize(45).doesNotHaveDuplicates().startsWith("항목 45");
  }

  private void store(long id, String title, Language language, String tag) {
    desk.store(id, title, language.tag(), tag);
    String text = ("질문 " + title + " 답 " + title).toLowerCase(Locale.ROOT);
    open.add(
        IndexChange.put(
            new SearchDocument(SearchKind.FAQ, id, id, Optional.of(language), tag, 0, text, "")));
  }

  private void publish() throws IOException {
    if (!open.isEmpty()) {
      writer.apply(open);
      open.clear();
    }
    clock.advance(Duration.ofSeconds(30));
  }

  private List<String> found(String word) throws IOException {
    publish();
    return desk.list(0, ",\"word\":\"" + word + "\"").titles();
  }
}
