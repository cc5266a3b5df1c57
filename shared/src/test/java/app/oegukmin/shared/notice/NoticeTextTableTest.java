package app.oegukmin.shared.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeTextTable.Matches;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class NoticeTextTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("NoticeTextTable");

  private static final NoticeSearch SEARCH = new NoticeSearch(Language.KO, NoticeTable.ALL, "장학");

  private NoticeTextTable texts;

  @BeforeEach
  void open() {
    STACK.clear();
    texts = new NoticeTextTable(STACK.dynamodb(), STACK.table("NoticeTextTable"));
    for (int article = 1; article <= 6; article++) {
      texts.put(id(article), "장학공지", article == 4 ? "점검" : "장학금", "본문");
    }
  }

  @Test
  void givesTheNewestFirstAndComesToAnEnd() {
    assertThat(texts.find(SEARCH, Long.MAX_VALUE, 100, 10))
        .contains(new Matches(values(6, 5, 3, 2, 1), OptionalLong.empty()));
  }

  @Test
  void goesOnBelowTheLastItHasGiven() {
    Matches first = texts.find(SEARCH, Long.MAX_VALUE, 100, 3).orElseThrow();

    assertThat(first).isEqualTo(new Matches(values(6, 5, 3), OptionalLong.of(value(3))));
    assertThat(texts.find(SEARCH, first.next().getAsLong(), 100, 3).orElseThrow().ids())
        .isEqualTo(values(2, 1));
  }

  @Test
  void goesOnBelowTheLastItHasLookedAt() {
    Matches first = texts.find(SEARCH, Long.MAX_VALUE, 3, 10).orElseThrow();

    assertThat(first).isEqualTo(new Matches(values(6, 5), OptionalLong.of(value(4))));
  }

  @Test
  void storesWhatOtherVersionsRead() {
    STACK.clear();
    texts.put(id(1), "IT공지", "제목", "Text");

    assertThat(Items.all(STACK, "NoticeTextTable"))
        .containsExactly(
            Items.item(
                Map.of(
                    "language", "KO",
                    "id", value(1),
                    "type", "it공지",
                    "text", "제목\ntext")));
  }

  @Test
  void forgets() {
    texts.remove(id(5));
    texts.put(id(6), "장학공지", "점검", "본문");

    assertThat(texts.find(SEARCH, Long.MAX_VALUE, 100, 10).orElseThrow().ids())
        .isEqualTo(values(3, 2, 1));
  }

  @Test
  void looksAtOneLanguageAndOneType() {
    texts.put(new NoticeId(7, Language.ZH), "장학공지", "장학", "");
    texts.put(id(8), "SW 장학공지", "장학", "");

    assertThat(find(Language.ZH, NoticeTable.ALL))
        .containsExactly(new NoticeId(7, Language.ZH).value());
    assertThat(find(Language.KO, "sw 장학공지")).isEqualTo(values(8));
    assertThat(find(Language.KO, "x".repeat(3_000))).isEmpty();
  }

  private List<Long> find(Language language, String type) {
    return texts
        .find(new NoticeSearch(language, type, "장학"), Long.MAX_VALUE, 100, 10)
        .orElseThrow()
        .ids();
  }

  private static NoticeId id(long article) {
    return new NoticeId(article, Language.KO);
  }

  private static long value(long article) {
    return id(article).value();
  }

  private static List<Long> values(long... articles) {
    return Arrays.stream(articles).map(NoticeTextTableTest::value).boxed().toList();
  }
}
