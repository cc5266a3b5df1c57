package app.oegukmin.notice;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.Article;
import app.oegukmin.shared.notice.ArticleTable;
import app.oegukmin.shared.notice.Attachment;
import app.oegukmin.shared.notice.DocumentTable;
import app.oegukmin.shared.notice.Notice;
import app.oegukmin.shared.notice.NoticeBody;
import app.oegukmin.shared.notice.NoticeBodyTable;
import app.oegukmin.shared.notice.NoticeId;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.shared.notice.NoticeTranslation;
import app.oegukmin.shared.notice.TranslationPeriod;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stores notices as the crawler and the translator do. */
final class Board {

  private final Stack stack;
  private final NoticeTable lists;
  private final NoticeBodyTable bodies;
  private final Optional<BoardIndex> index;
  private final ArticleTable articles;

  private Board(
      Stack stack,
      NoticeTable lists,
      NoticeBodyTable bodies,
      ArticleTable articles,
      Optional<BoardIndex> index) {
    this.stack = stack;
    this.index = index;
    this.lists = lists;
    this.bodies = bodies;
    this.articles = articles;
  }

  /** The tables that a board writes, and this function reads. */
  static Stack tables() {
    return Stack.of("ArticleTable", "NoticeTable", "NoticeBodyTable", "DocumentTable");
  }

  static Board on(Stack stack) {
    return on(stack, Optional.empty());
  }

  /** A board that a search index follows. */
  static Board on(Stack stack, BoardIndex index) {
    return on(stack, Optional.of(index));
  }

  private static Board on(Stack stack, Optional<BoardIndex> index) {
    var client = stack.dynamodb();
    DocumentTable documents = new DocumentTable(client, stack.table("DocumentTable"));
    NoticeTable lists = new NoticeTable(client, stack.table("NoticeTable"));
    NoticeBodyTable bodies = new NoticeBodyTable(client, stack.table("NoticeBodyTable"), documents);
    FakeClock clock = new FakeClock(Instant.parse("2026-10-03T00:30:00Z"));
    ArticleTable articles =
        new ArticleTable(
            client, stack.table("ArticleTable"), lists, bodies, new TranslationPeriod(30), clock);
    return new Board(stack, lists, bodies, articles, index);
  }

  /** A notice of the type 학사공지 with a number, which is its order, and in its title. */
  Article publish(int number) {
    return publish(number, "학사공지");
  }

  Article publish(int number, String type) {
    return publish(notice(number, type, "공지 " + number, "본문 " + number), number);
  }

  /** A notice of the type 학사공지 with texts. */
  Article publish(int number, String title, String body) {
    return publish(notice(number, "학사공지", title, body), number);
  }

  private Article publish(Notice notice, int number) {
    Article article = articles.publish(notice, 1, number).orElseThrow();
    index(article);
    return article;
  }

  /** Edits a notice; what is searched follows. */
  Article revise(Article article, int number, String type, String title, String body) {
    Notice notice = notice(number, type, title, body);
    articles.revise(article, notice);
    index(article);
    return new Article(article.url(), article.id(), notice.hash(), type, notice.files());
  }

  /** Removes a notice; what is searched has not followed yet. */
  void remove(Article article) {
    articles.remove(article);
  }

  private static Notice notice(int number, String type, String title, String body) {
    return new Notice(
        "https://site.example/" + number,
        type,
        title,
        LocalDate.of(2026, 10, 3),
        "교무팀",
        "홍길동",
        "02-910-0000",
        "<p>" + body + "</p>",
        List.of(
            new Attachment("신청서.hwp", "https://site.example/f/1"),
            new Attachment("안내.pdf", "https://site.example/f/2")));
  }

  /** Does what the indexer does after a change. */
  private void index(Article article) {
    if (index.isEmpty()) {
      return;
    }
    for (Language language : Language.values()) {
      NoticeId id = new NoticeId(article.id(), language);
      NoticeBody body = bodies.find(id).orElseThrow();
      index.get().follow(id, body);
    }
  }

  void translate(Article article, Language language, String title, String document) {
    bodies.translate(
        new NoticeTranslation(
            article.id(), language, article.type(), article.hash(), title, "Office", document),
        lists);
    index(article);
  }

  /** Takes every row out of the lists, behind the back of whoever keeps them. */
  void forgetLists() {
    forget("NoticeTable", "feed", "id");
  }

  /** Takes every notice in full out of its table, likewise. */
  void forgetBodies() {
    forget("NoticeBodyTable", "article");
  }

  private void forget(String logical, String... keys) {
    String table = stack.table(logical);
    for (var row : stack.dynamodb().scan(request -> request.tableName(table)).items()) {
      var key = new HashMap<>(row);
      key.keySet().retainAll(Set.of(keys));
      stack.dynamodb().deleteItem(request -> request.tableName(table).key(key));
    }
  }

  /** The number of a notice on the wire. */
  static long id(Article article, Language language) {
    return new NoticeId(article.id(), language).value();
  }
}
