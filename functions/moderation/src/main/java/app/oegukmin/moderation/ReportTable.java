package app.oegukmin.moderation;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import java.time.Duration;
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
 * What members have reported in the last 90 days; once for each post and reporter.
 *
 * <pre>
 *   post (partition key)   reporter (sort key)
 *   "question#7"           MemberKey             id kind postId title text uuid owner reason
 *                                                createdDate expires (the table's TTL) list room
 * </pre>
 *
 * <p>The index {@code newest} has all of it by {@code list}, which is the same everywhere, and id.
 * The indexes {@code reporter} and {@code owner} are for the removal of departed members.
 */
final class ReportTable {

  /** How long a report is kept, and with it the copy of the post. */
  static final Duration KEPT = Duration.ofDays(90);

  private static final String NEWEST = "newest";
  private static final String LIST = "report";

  record Row(
      String post,
      String reporter,
      String list,
      long id,
      String kind,
      long postId,
      String title,
      String text,
      String uuid,
      String owner,
      String reason,
      String createdDate,
      Optional<Long> room,
      Instant expires) {

    Report report() {
      Post copy = new Post(Posts.kind(kind), postId, title, text, uuid, owner, room);
      return new Report(id, copy, reporter, reason, createdDate);
    }
  }

  private static final TableSchema<Row> SCHEMA =
      RecordSchema.of(Row.class)
          .partition("post")
          .sort("reporter")
          .tag("list", StaticAttributeTags.secondaryPartitionKey(NEWEST))
          .tag("id", StaticAttributeTags.secondarySortKey(NEWEST))
          .as("expires", new EpochSeconds())
          .build();

  private final DynamoDbTable<Row> table;
  private final DynamoDbIndex<Row> newest;

  ReportTable(DynamoDbClient client, String name) {
    this.table = Dynamo.table(client, name, SCHEMA);
    this.newest = table.index(NEWEST);
  }

  /** Stores a report; false when the same member has reported the same post before. */
  boolean put(Report report, Instant now) {
    Post post = report.post();
    Row row =
        new Row(
            post.key(),
            report.reporter(),
            LIST,
            report.id(),
            post.kind().tag(),
            post.id(),
            post.title(),
            post.text(),
            post.uuid(),
            post.owner(),
            report.reason(),
            report.createdDate(),
            post.room(),
            now.plus(KEPT));
    return Writes.put(table, row, Conditions.absent("post"));
  }

  /**
   * The newest reports below an id. What has expired is still there for days, so some may be.
   *
   * @param limit how many at most
   */
  List<Report> below(long before, int limit, Instant now) {
    return Reads.between(newest, key(0), key(before - 1), limit).stream()
        .filter(row -> row.expires().isAfter(now))
        .map(Row::report)
        .toList();
  }

  private static Key key(long id) {
    return Key.builder().partitionValue(LIST).sortValue(id).build();
  }
}
