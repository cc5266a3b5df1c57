package app.oegukmin.bench;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Tables;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A board with questions, each with five answers, written past the function. */
final class Questions {

  /** Members who may like, {@code member0} and so on. */
  static final int MEMBERS = 4_000;

  private static final int ANSWERS = 5;
  private static final int BATCH = 25;
  private static final String TEXT = "기숙사 신청은 언제 하나요? 서류는 무엇이 필요한지 알려 주세요. ".repeat(5);
  private static final List<String> TAGS = List.of("대학생활", "학업관련", "생활정보", "문화정보", "기숙사");

  private final DynamoDbClient client;

  private Questions(DynamoDbClient client) {
    this.client = client;
  }

  /** The id of a question. */
  static long question(int number) {
    return 400_000_000_000_000L + number * 10L;
  }

  /** The id of one of the five answers of a question. */
  static long answer(int question, int number) {
    return question(question) + 1 + number;
  }

  /** The variables of the function, but for the cache. */
  static Map<String, String> environment() {
    Map<String, String> variables =
        new HashMap<>(Map.of("MEDIA_URL", "https://media.example.com", "INDEX_BUCKET", "none"));
    for (String table :
        List.of(
            "Question",
            "Answer",
            "Vote",
            "PostText",
            "Submission",
            "User",
            "Block",
            "View",
            "Audit",
            "Index")) {
      String variable = table.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
      variables.put(variable + "_TABLE", table + "Table");
    }
    return variables;
  }

  /** How many votes there are. */
  static long votes(URI endpoint) {
    return Clients.dynamodb(endpoint)
        .scanPaginator(scan -> scan.tableName("VoteTable"))
        .items()
        .stream()
        .count();
  }

  /** How many likes all answers count. */
  static long likes(URI endpoint) {
    return Clients.dynamodb(endpoint)
        .scanPaginator(scan -> scan.tableName("AnswerTable"))
        .items()
        .stream()
        .filter(item -> item.containsKey("likes"))
        .mapToLong(item -> Long.parseLong(item.get("likes").n()))
        .sum();
  }

  /** Makes the template's tables and fills those of the board. */
  static void seed(URI endpoint, Path file, int questions) throws IOException {
    DynamoDbClient client = Clients.dynamodb(endpoint);
    LocalNames names = new LocalNames("", URI.create("http://sqs.invalid"));
    Template template = Template.read(file, Map.of("Local", "true"), names);
    Tables.createMissing(client, template.tables().stream().map(Table::withoutStream).toList());
    Questions board = new Questions(client);
    board.fill("QuestionTable", questions, 1, (question, none) -> row(question));
    board.fill(
        "PostTextTable", questions, 1, (question, none) -> text("question#", question(question)));
    board.fill("AnswerTable", questions, ANSWERS, Questions::answerRow);
    board.fill("AnswerTable", questions, ANSWERS, Questions::place);
    board.fill(
        "PostTextTable", questions, ANSWERS, (q, number) -> text("answer#", answer(q, number)));
    board.fill("UserTable", MEMBERS, 1, (member, none) -> account("member" + member));
  }

  /** Makes an item. */
  private interface Item {
    Map<String, AttributeValue> of(int outer, int inner);
  }

  private void fill(String table, int outer, int inner, Item item) {
    List<WriteRequest> batch = new ArrayList<>();
    for (int i = 0; i < outer * inner; i++) {
      Map<String, AttributeValue> made = item.of(i / inner, i % inner);
      batch.add(WriteRequest.builder().putRequest(put -> put.item(made)).build());
      if (batch.size() == BATCH || i == outer * inner - 1) {
        List<WriteRequest> full = List.copyOf(batch);
        client.batchWriteItem(write -> write.requestItems(Map.of(table, full)));
        batch.clear();
      }
    }
  }

  private static Map<String, AttributeValue> row(int number) {
    return Map.ofEntries(
        Map.entry("board", s("question")),
        Map.entry("id", n(question(number))),
        Map.entry("title", s("기숙사 신청 " + number)),
        Map.entry("tag", s(TAGS.get(number % TAGS.size()))),
        Map.entry("author", s("린")),
        Map.entry("country", s("Vietnam")),
        Map.entry("uuid", s("public" + number % MEMBERS)),
        Map.entry("owner", s("owner" + number % MEMBERS)),
        Map.entry("createdDate", s("2026-11-01T09:00:00")),
        Map.entry("updatedDate", s("2026-11-01T09:00:00")),
        Map.entry("pictures", AttributeValue.fromL(List.of())),
        Map.entry("answerCount", n(ANSWERS)),
        Map.entry("lastOrdinal", n(ANSWERS)));
  }

  private static Map<String, AttributeValue> answerRow(int question, int number) {
    return Map.ofEntries(
        Map.entry("key", s("question#" + question(question))),
        Map.entry("id", n(answer(question, number))),
        Map.entry("ordinal", n(number + 1)),
        Map.entry("likes", n(0)),
        Map.entry("author", s("웨이")),
        Map.entry("country", s("China")),
        Map.entry("uuid", s("public" + number)),
        Map.entry("owner", s("owner" + number)),
        Map.entry("createdDate", s("2026-11-01T10:00:00")),
        Map.entry("updatedDate", s("2026-11-01T10:00:00")));
  }

  private static Map<String, AttributeValue> place(int question, int number) {
    return Map.of(
        "key", s("answer#" + answer(question, number)),
        "id", n(0),
        "question", n(question(question)));
  }

  private static Map<String, AttributeValue> text(String kind, long id) {
    return Map.of("key", s(kind + id), "text", s(TEXT));
  }

  private static Map<String, AttributeValue> account(String uid) {
    return Map.of(
        "key", s("user#" + uid),
        "id", s(uid),
        "publicId", s("public-" + uid),
        "name", s(uid),
        "country", s("Vietnam"),
        "major", s("-"),
        "role", s("ROLE_USER"));
  }

  private static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  private static AttributeValue n(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
