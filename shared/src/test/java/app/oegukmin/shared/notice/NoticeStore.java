package app.oegukmin.shared.notice;

import app.oegukmin.shared.language.Language;
import app.oegukmin.testkit.Stack;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tables that together hold the notices, over one stack. */
record NoticeStore(Stack stack, ArticleTable articles, NoticeTable lists, NoticeBodyTable bodies) {

  private static final List<String> TABLES =
      List.of("ArticleTable", "NoticeTable", "NoticeBodyTable", "DocumentTable");

  static Stack tables() {
    return Stack.of(TABLES.toArray(String[]::new));
  }

  static NoticeStore of(Stack stack, Clock clock) {
    return of(stack, stack.dynamodb(), clock);
  }

  static NoticeStore of(Stack stack, DynamoDbClient client, Clock clock) {
    NoticeTable lists = new NoticeTable(client, stack.table("NoticeTable"));
    DocumentTable documents = new DocumentTable(client, stack.table("DocumentTable"));
    NoticeBodyTable bodies = new NoticeBodyTable(client, stack.table("NoticeBodyTable"), documents);
    ArticleTable articles =
        new ArticleTable(
            client, stack.table("ArticleTable"), lists, bodies, new TranslationPeriod(30), clock);
    return new NoticeStore(stack, articles, lists, bodies);
  }

  /** Publishes notices with these numbers on their site, which are their order within a day. */
  List<Article> publish(Notice... notices) {
    return IntStream.range(0, notices.length)
        .mapToObj(i -> articles.publish(notices[i], 1, i + 1).orElseThrow())
        .toList();
  }

  List<NoticeRow> page(Language language, String type) {
    return lists.page(language, type, Long.MAX_VALUE, 100);
  }

  NoticeBody body(Article article, Language language) {
    return bodies.find(new NoticeId(article.id(), language)).orElseThrow();
  }

  boolean translate(Article article, Language language, String title, String document) {
    return bodies.translate(
        new NoticeTranslation(
            article.id(), language, article.type(), article.hash(), title, "Office", document),
        lists);
  }

  /** All items of all tables. */
  Map<String, Set<Map<String, AttributeValue>>> contents() {
    return TABLES.stream().collect(Collectors.toMap(table -> table, this::items));
  }

  Set<Map<String, AttributeValue>> items(String table) {
    return stack.dynamodb().scanPaginator(r -> r.tableName(stack.table(table))).items().stream()
        .collect(Collectors.toSet());
  }
}
