package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Batch;
import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.shared.dynamo.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What the crawler knows: one item per article, keyed by canonical URL. Its stream tells the
 * dispatcher what to have translated, so whatever changes a notice changes its article in the same
 * transaction.
 *
 * <pre>
 *   url (partition key)   id  hash  type  writtenDate  files
 * </pre>
 */
public final class ArticleTable {

  private static final String URL = "url";
  private static final int COLLISIONS = 16;

  private final DynamoDbClient client;
  private final String name;
  private final NoticeTable lists;
  private final NoticeBodyTable bodies;
  private final Clock clock;

  /** The table with a physical name and the two it writes together with. */
  public ArticleTable(
      DynamoDbClient client, String name, NoticeTable lists, NoticeBodyTable bodies, Clock clock) {
    this.client = client;
    this.name = name;
    this.lists = lists;
    this.bodies = bodies;
    this.clock = clock;
  }

  /** The known ones among some URLs, by URL; a URL may be named more than once. */
  public Map<String, Article> find(Collection<String> urls) {
    List<Item> keys = urls.stream().distinct().map(url -> Item.empty().with(URL, url)).toList();
    Map<String, Article> known = new HashMap<>();
    Batch.get(client, name, keys).stream()
        .map(ArticleTable::article)
        .forEach(article -> known.put(article.url(), article));
    return known;
  }

  /**
   * Stores an article that is new, in Korean for all three languages, all or nothing.
   *
   * @param site code of the site, part of the id
   * @param number the article's number on its site, part of the id
   * @return the article, or empty when another run has stored it meanwhile
   */
  public Optional<Article> publish(Notice notice, int site, long number) {
    for (int shift = 0; shift < COLLISIONS; shift++) {
      long id = NoticeId.article(notice.writtenDate(), site, number + shift);
      Article article = new Article(notice.url(), id, notice.hash(), notice.type(), notice.files());
      int refused = Transactions.write(client, insertion(article, notice));
      if (refused < 0) {
        return Optional.of(article);
      }
      if (refused == 0) {
        return Optional.empty();
      }
    }
    throw new IllegalStateException("No free id for " + notice.url());
  }

  /**
   * Stores a new version of a known article, all or nothing; its id stays.
   *
   * @return false when another run has stored a version meanwhile
   */
  public boolean revise(Article known, Notice notice) {
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(
        Transactions.setIf(
            name, Item.empty().with(URL, known.url()), state(notice), "hash", known.hash()));
    actions.addAll(lists.revise(known, notice));
    actions.add(bodies.revise(known, notice, clock.instant()));
    return Transactions.write(client, actions) < 0;
  }

  /**
   * Takes a known article out of everything, all or nothing; its parts in {@link DocumentTable},
   * which another article may share, stay.
   *
   * @return false when another run has stored a version meanwhile
   */
  public boolean remove(Article known) {
    List<TransactWriteItem> actions = new ArrayList<>();
    Item key = Item.empty().with(URL, known.url());
    actions.add(Transactions.deleteIf(name, key, "hash", known.hash()));
    actions.addAll(lists.remove(known));
    actions.add(bodies.remove(known));
    return Transactions.write(client, actions) < 0;
  }

  private List<TransactWriteItem> insertion(Article article, Notice notice) {
    Item item = Item.empty().with(URL, article.url()).with("id", article.id()).with(state(notice));
    List<TransactWriteItem> actions = new ArrayList<>();
    actions.add(Transactions.putNew(name, URL, item));
    actions.addAll(lists.insert(notice, article.id()));
    actions.add(bodies.insert(notice, article.id(), clock.instant()));
    return actions;
  }

  private static Item state(Notice notice) {
    return Item.empty()
        .with("hash", notice.hash())
        .with("type", notice.type())
        .with("writtenDate", notice.writtenDate().toString())
        .with("files", NoticeBodyTable.files(notice));
  }

  private static Article article(Item item) {
    return new Article(
        item.text(URL),
        item.number("id"),
        item.text("hash"),
        item.text("type"),
        NoticeBodyTable.attachments(item));
  }
}
