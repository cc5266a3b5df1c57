package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.language.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The sparse index over {@link NoticeTable} of the versions that lists show in Korean although they
 * should be translated (F-29). The table's writers put a row into it in the write that stores a
 * version, and take it out in the transaction that stores the translation.
 *
 * <pre>
 *   feed (partition key) = "EN-US#전체"   untranslatedSince (sort key, milliseconds)   id  hash
 * </pre>
 */
public final class UntranslatedIndex {

  private static final String NAME = "untranslated";

  private record Pending(String feed, long id, String hash, Instant untranslatedSince) {}

  /** What the translator writes of a version that it gives up. */
  private record GivenUp(String feed, long id, Optional<Instant> untranslatedSince) {}

  private static final TableSchema<Pending> PENDING =
      RecordSchema.of(Pending.class)
          .partition("feed")
          .sort("id")
          .as("untranslatedSince", new EpochMillis())
          .tag("feed", StaticAttributeTags.secondaryPartitionKey(NAME))
          .tag("untranslatedSince", StaticAttributeTags.secondarySortKey(NAME))
          .build();

  static final TableSchema<GivenUp> GIVEN_UP =
      RecordSchema.of(GivenUp.class)
          .partition("feed")
          .sort("id")
          .as("untranslatedSince", new EpochMillis())
          .build();

  private final DynamoDbIndex<Pending> pending;
  private final DynamoDbTable<GivenUp> givenUp;

  /** The index of the table with a physical name. */
  public UntranslatedIndex(DynamoDbClient client, String table) {
    this.pending = Dynamo.table(client, table, PENDING).index(NAME);
    this.givenUp = Dynamo.table(client, table, GIVEN_UP);
  }

  /**
   * The newest versions that are not translated into a language, by one query. An index follows its
   * table a little later.
   *
   * @param language never Korean
   * @param from only versions that were stored since then
   * @param to only versions that were stored until then
   * @param limit how many at most
   */
  public List<UntranslatedNotice> newest(Language language, Instant from, Instant to, int limit) {
    String feed = NoticeTable.feed(language, NoticeTable.ALL);
    return Reads.between(pending, key(feed, from), key(feed, to), limit).stream()
        .map(row -> new UntranslatedNotice(article(row), language, row.hash()))
        .toList();
  }

  /** Takes a version out although it is not translated: asking again is of no use. */
  public void giveUp(UntranslatedNotice notice) {
    NoticeId id = new NoticeId(notice.article(), notice.language());
    String feed = NoticeTable.feed(notice.language(), NoticeTable.ALL);
    GivenUp row = new GivenUp(feed, id.value(), Optional.empty());
    Writes.setOrRemove(givenUp, row, Conditions.equal("hash", notice.hash()));
  }

  private static long article(Pending row) {
    return NoticeId.of(row.id()).orElseThrow().article();
  }

  private static Key key(String feed, Instant since) {
    return Key.builder().partitionValue(feed).sortValue(since.toEpochMilli()).build();
  }
}
