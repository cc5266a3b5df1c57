package app.oegukmin.search;

import app.oegukmin.search.PostRows.AnswerRow;
import app.oegukmin.search.PostRows.Row;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeRow;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.search.SearchKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** All documents that there are, by their ids. */
final class DocumentLists {

  private static final int PAGE = 1_000;

  private final Environment environment;
  private final DynamoDbClient client;

  /**
   * Some documents of one kind.
   *
   * @param name the same at each run
   * @param ids newest first
   */
  record DocumentList(String name, SearchKind kind, List<Long> ids) {}

  DocumentLists(Environment environment, DynamoDbClient client) {
    this.environment = environment;
    this.client = client;
  }

  /** All lists, in the same order at each run. */
  List<DocumentList> read() {
    List<DocumentList> lists = new ArrayList<>();
    for (Language language : Language.values()) {
      lists.add(new DocumentList("notice " + language.tag(), SearchKind.NOTICE, notices(language)));
    }
    lists.add(board(SearchKind.QUESTION, "QUESTION_TABLE"));
    lists.add(board(SearchKind.FAQ, "FAQ_TABLE"));
    lists.add(board(SearchKind.HELP, "HELP_TABLE"));
    lists.add(new DocumentList("answer", SearchKind.ANSWER, answers()));
    return lists;
  }

  private List<Long> notices(Language language) {
    NoticeTable table = new NoticeTable(client, environment.require("NOTICE_TABLE"));
    List<Long> ids = new ArrayList<>();
    List<NoticeRow> page = table.page(language, NoticeTable.ALL, Long.MAX_VALUE, PAGE);
    while (!page.isEmpty()) {
      page.forEach(row -> ids.add(row.id()));
      page = table.page(language, NoticeTable.ALL, ids.getLast(), PAGE);
    }
    return ids;
  }

  private DocumentList board(SearchKind kind, String variable) {
    DynamoDbTable<Row> table = Dynamo.table(client, environment.require(variable), PostRows.ROWS);
    List<Row> rows = Reads.partition(table, PostKind.valueOf(kind.name()).tag());
    return new DocumentList(kind.text(), kind, newestFirst(rows.stream().map(Row::id)));
  }

  private List<Long> answers() {
    DynamoDbTable<AnswerRow> table =
        Dynamo.table(client, environment.require("ANSWER_TABLE"), PostRows.ANSWERS);
    return newestFirst(
        table.scan(scan -> scan.consistentRead(true)).items().stream()
            .filter(row -> PostKind.QUESTION.id(row.key()).isPresent())
            .map(AnswerRow::id));
  }

  private static List<Long> newestFirst(Stream<Long> ids) {
    return ids.sorted(Comparator.reverseOrder()).toList();
  }
}
