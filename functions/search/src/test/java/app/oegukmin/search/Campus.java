package app.oegukmin.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.TranslationPeriod;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.work.IndexDocument;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stores notices and posts as their writers do, and tells the writer of the index. */
final class Campus {

  static final String[] RESOURCES = {
    "ArticleTable",
    "NoticeTable",
    "NoticeBodyTable",
    "DocumentTable",
    "QuestionTable",
    "AnswerTable",
    "FaqTable",
    "HelpTable",
    "PostTextTable",
    "BlockTable",
    "IndexTable",
    "IndexBucket"
  };

  final FakeClock clock = new FakeClock(Instant.parse("2026-11-20T00:00:00Z"));

  private final Stack stack;
  private final ArticleTable articles;
  private final IndexWriterHandler writer;
  private int messages;

  Campus(Stack stack) {
    this.stack = stack;
    var client = stack.dynamodb();
    var lists = new NoticeTable(client, stack.table("NoticeTable"));
    var documents = new DocumentTable(client, stack.table("DocumentTable"));
    var bodies = new NoticeBodyTable(client, stack.table("NoticeBodyTable"), documents);
    this.articles =
        new ArticleTable(
            client, stack.table("ArticleTable"), lists, bodies, new TranslationPeriod(30), clock);
    this.writer = new IndexWriterHandler(stack.environment("IndexWriterFunction"), clock);
  }

  /** A notice in all languages, which is Korean in each until it is translated. */
  Article notice(int number, String title, String html) {
    Notice notice =
        new Notice(
            "https://site.example/" + number,
            "학사공지",
            title,
            LocalDate.of(2026, 11, 19),
            "교무팀",
            "홍길동",
            "",
            html,
            List.of());
    return articles.publish(notice, 1, number).orElseThrow();
  }

  static long korean(Article article) {
    return new NoticeId(article.id(), Language.KO).value();
  }

  void question(long id, String title, String text) {
    post("QuestionTable", "question", id, title, Map.of("tag", "생활", "owner", "anna"));
    text("question#" + id, text);
  }

  void answer(long question, long id, String text) {
    Items.put(
        stack,
        "AnswerTable",
        Map.of("key", "question#" + question, "id", id, "createdDate", "2026-11-20T09:00:00"));
    Items.put(stack, "AnswerTable", Map.of("key", "answer#" + id, "id", 0, "question", question));
    text("answer#" + id, text);
  }

  void faq(long id, String language, String title, String question, String answer) {
    post("FaqTable", "faq", id, title, Map.of("tag", "비자", "language", language));
    text("faq#" + id, question);
    text("faq#" + id + "#answer", answer);
  }

  void help(long id, String title, String text) {
    post("HelpTable", "help", id, title, Map.of("owner", "bori", "side", "helper"));
    text("help#" + id, text);
  }

  private void post(String table, String board, long id, String title, Map<String, String> more) {
    Map<String, Object> row = new HashMap<>(more);
    row.putAll(Map.of("board", board, "id", id, "title", title));
    row.put("createdDate", "2026-11-20T09:00:00");
    Items.put(stack, table, row);
  }

  private void text(String key, String text) {
    Items.put(stack, "PostTextTable", Map.of("key", key, "text", text));
  }

  void hide(String table, String board, long id) {
    set(
        table,
        Map.of("board", AttributeValue.fromS(board), "id", number(id)),
        "hidden",
        AttributeValue.fromBool(true));
  }

  void hideAnswer(long question, long id) {
    set("AnswerTable", answerKey(question, id), "hidden", AttributeValue.fromBool(true));
  }

  /** As the board counts likes: the row alone, and nothing for the index. */
  void like(long question, long id, long likes) {
    set("AnswerTable", answerKey(question, id), "likes", number(likes));
  }

  private static Map<String, AttributeValue> answerKey(long question, long id) {
    return Map.of("key", AttributeValue.fromS("question#" + question), "id", number(id));
  }

  private void set(
      String table, Map<String, AttributeValue> key, String name, AttributeValue value) {
    stack
        .dynamodb()
        .updateItem(
            update ->
                update
                    .tableName(stack.table(table))
                    .key(key)
                    .updateExpression("SET #name = :value")
                    .expressionAttributeNames(Map.of("#name", name))
                    .expressionAttributeValues(Map.of(":value", value)));
  }

  private static AttributeValue number(long id) {
    return AttributeValue.fromN(Long.toString(id));
  }

  /** Has the index follow a document, and lets the time pass after which readers look. */
  SQSBatchResponse follow(SearchKind kind, long... ids) {
    List<String> bodies = new ArrayList<>();
    for (long id : ids) {
      bodies.add(WorkJson.write(new IndexDocument(kind, id, "change-" + messages++)));
    }
    return deliver(bodies);
  }

  /** Hands messages to the writer as its queue does, and lets the time pass as well. */
  SQSBatchResponse deliver(List<String> bodies) {
    SQSBatchResponse response = respond(bodies);
    assertThat(response.getBatchItemFailures()).isEmpty();
    clock.advance(Duration.ofSeconds(30));
    return response;
  }

  /** What the writer responds to messages. */
  SQSBatchResponse respond(List<String> bodies) {
    SQSEvent event = new SQSEvent();
    event.setRecords(
        Stream.iterate(0, i -> i + 1)
            .limit(bodies.size())
            .map(i -> message(bodies.get(i), i))
            .toList());
    return writer.handleRequest(event, null);
  }

  private SQSMessage message(String body, int place) {
    SQSMessage message = new SQSMessage();
    message.setMessageId("message-" + place);
    message.setBody(body);
    message.setAttributes(Map.of("SentTimestamp", Long.toString(clock.millis())));
    return message;
  }
}
