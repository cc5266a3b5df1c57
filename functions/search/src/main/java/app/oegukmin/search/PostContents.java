package app.oegukmin.search;

import app.oegukmin.search.PostRows.AnswerRow;
import app.oegukmin.search.PostRows.Row;
import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.post.AnswerPlaces;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.post.PostTextTable;
import app.oegukmin.shared.search.SearchKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads posts as they are now. What is hidden is not there. */
final class PostContents {

  private final DynamoDbClient client;
  private final Map<SearchKind, DynamoDbTable<Row>> boards;
  private final DynamoDbTable<AnswerRow> answers;
  private final AnswerPlaces places;
  private final PostTextTable texts;

  PostContents(Environment environment, DynamoDbClient client) {
    String answerTable = environment.require("ANSWER_TABLE");
    this.client = client;
    this.boards =
        Map.of(
            SearchKind.QUESTION, board(client, environment.require("QUESTION_TABLE")),
            SearchKind.FAQ, board(client, environment.require("FAQ_TABLE")),
            SearchKind.HELP, board(client, environment.require("HELP_TABLE")));
    this.answers = Dynamo.table(client, answerTable, PostRows.ANSWERS);
    this.places = new AnswerPlaces(client, answerTable);
    this.texts = new PostTextTable(client, environment.require("POST_TEXT_TABLE"));
  }

  private static DynamoDbTable<Row> board(DynamoDbClient client, String name) {
    return Dynamo.table(client, name, PostRows.ROWS);
  }

  /** The rows of a board that are there and not hidden, in any order. */
  List<Row> rows(SearchKind board, List<Long> ids) {
    List<Key> keys = ids.stream().map(id -> key(PostKind.valueOf(board.name()).tag(), id)).toList();
    return new BatchRead(client)
        .get(boards.get(board), keys).read().in(boards.get(board)).stream()
            .filter(Row::shown)
            .toList();
  }

  /** A post by its kind and id. */
  Optional<Content> find(SearchKind kind, long id) {
    return kind == SearchKind.ANSWER ? answer(id) : post(kind, id);
  }

  private Optional<Content> post(SearchKind kind, long id) {
    PostKind post = PostKind.valueOf(kind.name());
    List<String> keys =
        Stream.of(post.key(id), Faq.answerKey(id)).limit(kind == SearchKind.FAQ ? 2 : 1).toList();
    BatchRead batch = new BatchRead(client).get(boards.get(kind), List.of(key(post.tag(), id)));
    texts.ask(batch, keys);
    BatchRead.Found found = batch.read();
    Map<String, String> parts = texts.in(found);
    String text =
        keys.stream().filter(parts::containsKey).map(parts::get).collect(Collectors.joining("\n"));
    return found.in(boards.get(kind)).stream()
        .filter(Row::shown)
        .findFirst()
        .map(row -> content(kind, row, text));
  }

  private static Content content(SearchKind kind, Row row, String text) {
    return new Content(
        kind,
        row.id(),
        row.id(),
        row.language().flatMap(Language::of),
        row.tag().orElse(""),
        row.day(),
        row.title(),
        text,
        link(kind, row.id()));
  }

  private Optional<Content> answer(long id) {
    Optional<Long> question = places.question(id);
    if (question.isEmpty()) {
      return Optional.empty();
    }
    DynamoDbTable<Row> questions = boards.get(SearchKind.QUESTION);
    BatchRead batch =
        new BatchRead(client)
            .get(questions, List.of(key(PostKind.QUESTION.tag(), question.get())))
            .get(answers, List.of(key(PostKind.QUESTION.key(question.get()), id)));
    texts.ask(batch, List.of(PostKind.ANSWER.key(id)));
    BatchRead.Found found = batch.read();
    Optional<Row> row = found.in(questions).stream().filter(Row::shown).findFirst();
    Optional<AnswerRow> answer = found.in(answers).stream().filter(AnswerRow::shown).findFirst();
    String text = texts.in(found).getOrDefault(PostKind.ANSWER.key(id), "");
    return row.flatMap(of -> answer.map(one -> content(of, one, text)));
  }

  private static Content content(Row question, AnswerRow answer, String text) {
    return new Content(
        SearchKind.ANSWER,
        answer.id(),
        question.id(),
        Optional.empty(),
        question.tag().orElse(""),
        answer.day(),
        question.title(),
        text,
        link(SearchKind.QUESTION, question.id()),
        answer.likes().orElse(0L));
  }

  private static String link(SearchKind kind, long id) {
    return "/api/%s/read?id=%d".formatted(kind.text(), id);
  }

  private static Key key(String partition, long id) {
    return Key.builder().partitionValue(partition).sortValue(id).build();
  }
}
