package app.oegukmin.shared.notice;

import static app.oegukmin.shared.notice.Notices.ACADEMIC;
import static app.oegukmin.shared.notice.Notices.DAY;
import static app.oegukmin.shared.notice.Notices.SCHOLARSHIP;
import static app.oegukmin.shared.notice.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the tables, attribute by attribute: other versions of the code read it too. */
@Tag("process")
class StoredFormatTest {

  private static final Notice NOTICE = notice("a", ACADEMIC, "수강신청 안내", "<p>본문</p>");
  private static final List<AttributeValue> FILES =
      List.of(
          file("신청서.hwp", "https://site.example/f/1"), file("안내.pdf", "https://site.example/f/2"));

  @RegisterExtension static final Stack STACK = NoticeStore.tables();

  private NoticeStore store;
  private Article article;

  @BeforeEach
  void publish() {
    STACK.clear();
    store = NoticeStore.of(STACK, new FakeClock(Instant.parse("2026-10-03T00:30:00Z")));
    article = store.publish(NOTICE).getFirst();
  }

  @Test
  void articles() {
    assertThat(store.items("ArticleTable")).containsExactly(articleItem());
  }

  @Test
  void rowsAndTheirTranslation() {
    store.translate(article, Language.ZH, "选课通知", "");
    Map<String, AttributeValue> translated = new HashMap<>(row(Language.ZH, ACADEMIC));
    translated.put("translatedTitle", text("选课通知"));
    translated.put("translatedDepartment", text("Office"));
    translated.put("translatedHash", text(NOTICE.hash()));

    assertThat(store.items("NoticeTable"))
        .hasSize(6)
        .contains(translated, row(Language.EN_US, ACADEMIC), row(Language.KO, NoticeTable.ALL));
  }

  @Test
  void bodiesAndTheirTranslation() {
    store.translate(article, Language.EN_US, "Course registration", "<p>Text</p>");
    Map<String, AttributeValue> body = new HashMap<>(body());
    body.put("title_EN_US", text("Course registration"));
    body.put("department_EN_US", text("Office"));
    body.put("hash_EN_US", text(NOTICE.hash()));
    body.put("documentKey_EN_US", text(""));
    body.put("documentParts_EN_US", number(0));
    Map<String, AttributeValue> stored =
        new HashMap<>(store.items("NoticeBodyTable").iterator().next());

    assertThat(unzip(stored.remove("document"))).isEqualTo("<p>본문</p>");
    assertThat(unzip(stored.remove("document_EN_US"))).isEqualTo("<p>Text</p>");
    assertThat(stored).isEqualTo(body);
  }

  @Test
  void bodiesOfLargeDocuments() {
    Article large =
        store.publish(notice("b", SCHOLARSHIP, "장학", Notices.random(200_000))).getFirst();
    Map<String, AttributeValue> body =
        store.items("NoticeBodyTable").stream()
            .filter(item -> item.get("article").equals(number(large.id())))
            .findAny()
            .orElseThrow();
    Map<String, AttributeValue> part = store.items("DocumentTable").iterator().next();

    assertThat(body.get("document")).isEqualTo(AttributeValue.fromB(SdkBytes.fromUtf8String("")));
    assertThat(body.get("documentParts")).isEqualTo(number(1));
    assertThat(part.get("key").s()).isEqualTo(body.get("documentKey").s() + "#0");
    assertThat(part).containsOnlyKeys("key", "part");
    assertThat(unzip(part.get("part"))).hasSize(200_000);
  }

  @Test
  void articlesThatWereStoredWithoutTheirFilesAreRead() {
    Map<String, AttributeValue> item = new HashMap<>(articleItem());
    item.remove("files");
    STACK.dynamodb().putItem(put -> put.tableName(STACK.table("ArticleTable")).item(item));

    assertThat(store.articles().find(List.of(article.url())).values())
        .containsExactly(
            new Article(article.url(), article.id(), article.hash(), ACADEMIC, List.of()));
  }

  @Test
  void theStreamTellsAnArticleByWhatTheFirstVersionStored() {
    Map<String, AttributeValue> item = new HashMap<>(articleItem());
    item.remove("files");

    assertThat(ArticleTable.IMAGES.mapToItem(item))
        .isEqualTo(new ArticleTable.Image(article.url(), article.id(), article.hash(), DAY));
  }

  private Map<String, AttributeValue> articleItem() {
    return Map.of(
        "url", text("https://site.example/a"),
        "id", number(article.id()),
        "hash", text(NOTICE.hash()),
        "type", text(ACADEMIC),
        "writtenDate", text("2026-10-03"),
        "files", AttributeValue.fromL(FILES));
  }

  private Map<String, AttributeValue> row(Language language, String type) {
    return Map.of(
        "feed", text(language.tag() + "#" + type),
        "id", number(new NoticeId(article.id(), language).value()),
        "hash", text(NOTICE.hash()),
        "title", text("수강신청 안내"),
        "type", text(ACADEMIC),
        "writtenDate", text("2026-10-03"),
        "department", text("교무팀"),
        "author", text("홍길동"));
  }

  private Map<String, AttributeValue> body() {
    return Map.ofEntries(
        Map.entry("article", number(article.id())),
        Map.entry("url", text("https://site.example/a")),
        Map.entry("hash", text(NOTICE.hash())),
        Map.entry("type", text(ACADEMIC)),
        Map.entry("title", text("수강신청 안내")),
        Map.entry("writtenDate", text("2026-10-03")),
        Map.entry("department", text("교무팀")),
        Map.entry("author", text("홍길동")),
        Map.entry("authorPhone", text("02-910-0000")),
        Map.entry("files", AttributeValue.fromL(FILES)),
        Map.entry("createdDate", text("2026-10-03T09:30:00")),
        Map.entry("modifiedDate", text("2026-10-03T09:30:00")),
        Map.entry("documentKey", text("")),
        Map.entry("documentParts", number(0)));
  }

  private static AttributeValue file(String title, String link) {
    return AttributeValue.fromM(Map.of("title", text(title), "link", text(link)));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static String unzip(AttributeValue zipped) {
    try (var text = new GZIPInputStream(new ByteArrayInputStream(zipped.b().asByteArray()))) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
