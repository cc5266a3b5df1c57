package app.oegukmin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.notice.Reader.Response;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The wire shapes of contract §6.2, without a cache. */
@Tag("process")
class NoticeHandlerTest {

  @RegisterExtension static final Stack STACK = Board.tables();

  private Board board;
  private Reader reader;

  @BeforeEach
  void open() {
    STACK.clear();
    board = Board.on(STACK);
    reader = new Reader(new NoticeHandler(STACK.environment("NoticeFunction"), Clock.systemUTC()));
  }

  @Test
  @DisplayName("Contract §6.2: a list that ends names no cursor")
  void listsNotices() throws IOException {
    Article article = board.publish(1);

    Response answer = reader.list();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            json(
                """
                {"success": true, "message": "Successfully load announcement list",
                 "response": {"hasNext": false, "announcements": [
                   {"id": %d, "title": "공지 1", "type": "학사공지", "writtenDate": "2026-10-03",
                    "department": "교무팀", "author": "홍길동"}]}}"""
                    .formatted(Board.id(article, Language.KO))));
  }

  @Test
  @DisplayName("Contract §1.6: a list that goes on names its last id, an integer")
  void namesTheLastIdOfAListThatGoesOn() throws IOException {
    for (int number = 1; number <= 11; number++) {
      board.publish(number);
    }

    JsonNode response = reader.list().response();

    assertThat(response.path("hasNext")).isEqualTo(json("true"));
    assertThat(response.path("lastCursorId").isIntegralNumber()).isTrue();
    assertThat(response.path("lastCursorId"))
        .isEqualTo(response.path("announcements").path(9).path("id"));
    assertThat(response.path("announcements")).hasSize(10);
  }

  @Test
  void hasNoNextPageWhenExactlyOneIsFull() throws IOException {
    for (int number = 1; number <= 10; number++) {
      board.publish(number);
    }

    JsonNode response = reader.list().response();

    assertThat(response.path("announcements")).hasSize(10);
    assertThat(response.path("hasNext")).isEqualTo(json("false"));
    assertThat(response.has("lastCursorId")).isFalse();
  }

  @Test
  @DisplayName("Contract §6.2, D-N10: a notice in full, nothing null, with its attachments")
  void dN10_readsANotice() throws IOException {
    long id = Board.id(board.publish(1), Language.KO);

    Response answer = reader.read(id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            json(
                """
                {"success": true, "message": "Successfully load announcement",
                 "response": {
                   "createdDate": "2026-10-03T09:30:00", "modifiedDate": "2026-10-03T09:30:00",
                   "id": %d, "type": "학사공지", "title": "공지 1", "writtenDate": "2026-10-03",
                   "department": "교무팀", "author": "홍길동", "authorPhone": "02-910-0000",
                   "document": "<p>본문 1</p>", "language": "KO",
                   "url": "https://site.example/1",
                   "files": [
                     {"id": 1, "link": "https://site.example/f/1", "title": "신청서.hwp"},
                     {"id": 2, "link": "https://site.example/f/2", "title": "안내.pdf"}]}}"""
                    .formatted(id)));
  }

  @Test
  void showsTheTranslation() throws IOException {
    Article article = board.publish(1);
    board.translate(article, Language.EN_US, "Notice 1", "<p>Body 1</p>");

    JsonNode notice = reader.read(Board.id(article, Language.EN_US)).response();

    assertThat(reader.list(Map.of("language", "EN-US")).titles()).containsExactly("Notice 1");
    assertThat(notice.path("title").asText()).isEqualTo("Notice 1");
    assertThat(notice.path("document").asText()).isEqualTo("<p>Body 1</p>");
    assertThat(notice.path("department").asText()).isEqualTo("Office");
  }

  @Test
  @DisplayName("D-N13: until it is translated a notice is shown in Korean, never missing")
  void dN13_showsKoreanUntilItIsTranslated() throws IOException {
    long id = Board.id(board.publish(1), Language.ZH);

    JsonNode notice = reader.read(id).response();

    assertThat(reader.list(Map.of("language", "ZH")).titles()).containsExactly("공지 1");
    assertThat(notice.path("title").asText()).isEqualTo("공지 1");
    assertThat(notice.path("language").asText()).isEqualTo("ZH");
    assertThat(notice.path("id").asLong()).isEqualTo(id);
  }

  private static JsonNode json(String text) throws IOException {
    return Json.MAPPER.readTree(text);
  }
}
