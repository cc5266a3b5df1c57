package app.oegukmin.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeSearch;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.NoticeTextTable;
import app.oegukmin.shared.notice.NoticeTranslation;
import app.oegukmin.shared.notice.TranslationPeriod;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is searched follows the lists' stream. */
@Tag("process")
class NoticeTextsTest {

  @RegisterExtension
  static final Stack STACK =
      Stack.of(
          "ArticleTable", "NoticeTable", "NoticeBodyTable", "DocumentTable", "NoticeTextTable");

  private final NoticeTable lists = new NoticeTable(STACK.dynamodb(), STACK.table("NoticeTable"));
  private final NoticeBodyTable bodies =
      new NoticeBodyTable(
          STACK.dynamodb(),
          STACK.table("NoticeBodyTable"),
          new DocumentTable(STACK.dynamodb(), STACK.table("DocumentTable")));
  private final ArticleTable articles =
      new ArticleTable(
          STACK.dynamodb(),
          STACK.table("ArticleTable"),
          lists,
          bodies,
          new TranslationPeriod(30),
          new FakeClock(Instant.parse("2026-11-20T00:00:00Z")));
  private final NoticeTextTable texts =
      new NoticeTextTable(STACK.dynamodb(), STACK.table("NoticeTextTable"));

  private IndexerHandler handler;

  @BeforeEach
  void open() {
    STACK.clear();
    handler = new IndexerHandler(STACK.environment("IndexerFunction"));
  }

  @Test
  @DisplayName("Text is what a reader sees, without markup and scripts")
  void takesTitleAndText() throws IOException {
    Article article =
        publish("수강신청", "<p>기간&nbsp;안내</p><style>p{color:red}</style><b>TOPIK</b> &amp; 면접");
    changed(article, Language.KO);

    assertThat(found("수강신청")).isTrue();
    assertThat(found("기간 안내")).isTrue();
    assertThat(found("topik & 면접")).isTrue();
    assertThat(found("color")).isFalse();
    assertThat(found("<b>")).isFalse();
  }

  @Test
  void takesADocumentThatLiesInParts() throws IOException {
    StringBuilder noise = new StringBuilder();
    new Random(1).ints(300_000, 'a', 'z').forEach(noise::appendCodePoint);
    Article article = publish("제목", "<p>큰 문서</p><img src=\"data:image/png;base64," + noise + "\">");
    changed(article, Language.KO);

    assertThat(found("큰 문서")).isTrue();
  }

  @Test
  @DisplayName("D-N2: what is edited is found by its new text alone")
  void dN2_followsAnEdit() throws IOException {
    Article article = publish("수강신청", "옛 기간");
    changed(article, Language.KO);
    articles.revise(article, notice("수강신청", "새 기간"));
    changed(article, Language.KO);

    assertThat(found("옛 기간")).isFalse();
    assertThat(found("새 기간")).isTrue();
  }

  @Test
  void followsWhileValkeyCannotBeReached() {
    Map<String, String> environment = new HashMap<>(STACK.environment("IndexerFunction"));
    environment.put("CACHE_ENDPOINT", "127.0.0.1:1");
    handler = new IndexerHandler(environment);
    Article article = publish("수강신청", "기간");

    assertThatIllegalStateException().isThrownBy(() -> changed(article, Language.KO));
    assertThat(found("수강신청")).isTrue();
  }

  @Test
  void followsATranslation() throws IOException {
    Article article = publish("수강신청", "기간");
    changed(article, Language.EN_US);
    assertThat(found("수강신청", Language.EN_US)).isTrue();

    bodies.translate(
        new NoticeTranslation(
            article.id(),
            Language.EN_US,
            "학사공지",
            article.hash(),
            "Courses",
            "Office",
            "<p>When</p>"),
        lists);
    changed(article, Language.EN_US);
    assertThat(found("수강신청", Language.EN_US)).isFalse();
    assertThat(found("courses", Language.EN_US)).isTrue();
  }

  @Test
  void forgetsWhatIsRemovedHoweverLateItHearsOfIt() throws IOException {
    Article article = publish("수강신청", "기간");
    changed(article, Language.KO);
    articles.remove(article);
    changed(article, Language.KO);
    changed(article, Language.KO);

    assertThat(found("수강신청")).isFalse();
  }

  @Test
  void takesANoticeOnceForAllItsLists() throws IOException {
    Article article = publish("수강신청", "기간");
    AwsCalls.forget();
    changed(article, Language.KO);

    assertThat(AwsCalls.operations()).containsExactly("GetItem", "PutItem");
  }

  @Test
  @DisplayName(
      "F-57: a text that was stored under another folding is folded anew (scripts/refold.sh)")
  void f57_foldsAStoredTextAnew() throws IOException {
    Article article = publish("ＴＯＰＩＫ 특강", "유학(D\u20112)");
    NoticeId id = new NoticeId(article.id(), Language.KO);
    STACK
        .dynamodb()
        .putItem(
            put ->
                put.tableName(STACK.table("NoticeTextTable"))
                    .item(
                        Map.of(
                            "language", AttributeValue.fromS("KO"),
                            "id", AttributeValue.fromN(Long.toString(id.value())),
                            "type", AttributeValue.fromS("학사공지"),
                            "text", AttributeValue.fromS("ｔｏｐｉｋ 특강\n유학(d\u20112)"))));
    assertThat(found("TOPIK")).isFalse();
    changed(article, Language.KO);

    assertThat(found("TOPIK")).isTrue();
    assertThat(found("D-2")).isTrue();
  }

  @Test
  void aTextThatCannotBeTakenComesAgain() throws IOException {
    Article article = publish("수강신청", "기간");
    Map<String, String> broken = new HashMap<>(STACK.environment("IndexerFunction"));
    broken.put("NOTICE_TEXT_TABLE", "gone");
    handler = new IndexerHandler(broken);

    assertThat(changed(article, Language.KO).at("/batchItemFailures/0/itemIdentifier").asText())
        .isEqualTo("0");
  }

  private boolean found(String word) {
    return found(word, Language.KO);
  }

  private boolean found(String word, Language language) {
    NoticeSearch search = new NoticeSearch(language, NoticeTable.ALL, word);
    return !texts.find(search, Long.MAX_VALUE, 100, 10).orElseThrow().ids().isEmpty();
  }

  private Article publish(String title, String document) {
    return articles.publish(notice(title, document), 1, 1).orElseThrow();
  }

  private static Notice notice(String title, String document) {
    return new Notice(
        "https://site.example/1",
        "학사공지",
        title,
        LocalDate.of(2026, 11, 20),
        "교무팀",
        "홍길동",
        "No Phone",
        document,
        List.of());
  }

  /** Tells the function that the rows of a notice have changed, and returns its response. */
  private JsonNode changed(Article article, Language language) throws IOException {
    ObjectNode event = Json.MAPPER.createObjectNode();
    ArrayNode records = event.putArray("Records");
    for (String type : List.of(NoticeTable.ALL, article.type())) {
      ObjectNode record = records.addObject();
      record.put(
          "eventSourceARN",
          "arn:aws:dynamodb:r:0:table/%s/stream/s".formatted(STACK.table("NoticeTable")));
      ObjectNode change = record.putObject("dynamodb");
      change.put("SequenceNumber", Integer.toString(records.size() - 1));
      ObjectNode keys = change.putObject("Keys");
      keys.putObject("feed").put("S", language.tag() + "#" + type);
      keys.putObject("id").put("N", Long.toString(new NoticeId(article.id(), language).value()));
    }
    DynamodbEvent typed = LambdaJson.read(event.toString(), DynamodbEvent.class);
    return Json.MAPPER.readTree(LambdaJson.write(handler.handleRequest(typed, null)));
  }
}
