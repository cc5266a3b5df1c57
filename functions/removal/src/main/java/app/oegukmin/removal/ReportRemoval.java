package app.oegukmin.removal;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.post.Author;
import app.oegukmin.shared.work.RemoveMember;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Deletes the reports of a departed member. Those about the member's posts stay until they expire,
 * and name the member no longer.
 */
final class ReportRemoval implements RemovalStep {

  private static final String BY_REPORTER = "reporter";
  private static final String BY_OWNER = "owner";

  private record Report(String post, String reporter) {}

  private record Owned(String post, String reporter, String owner) {}

  private record Subject(String post, String reporter, String uuid, String owner) {}

  private static final TableSchema<Report> REPORTS =
      schema(Report.class)
          .tag("reporter", StaticAttributeTags.secondaryPartitionKey(BY_REPORTER))
          .build();
  private static final TableSchema<Owned> OWNED =
      schema(Owned.class).tag("owner", StaticAttributeTags.secondaryPartitionKey(BY_OWNER)).build();

  /** What it writes. */
  static final TableSchema<Subject> SUBJECTS = schema(Subject.class).build();

  private final DynamoDbTable<Report> reports;
  private final DynamoDbIndex<Owned> owned;
  private final DynamoDbTable<Subject> subjects;
  private final Deletion deletion;

  /** A step over the table of reports with a physical name. */
  ReportRemoval(DynamoDbClient client, String name) {
    this.reports = Dynamo.table(client, name, REPORTS);
    this.owned = Dynamo.table(client, name, OWNED).index(BY_OWNER);
    this.subjects = Dynamo.table(client, name, SUBJECTS);
    this.deletion = new Deletion(client, reports);
  }

  private static <T extends Record> RecordSchema<T> schema(Class<T> type) {
    return RecordSchema.of(type).partition("post").sort("reporter");
  }

  @Override
  public void remove(RemoveMember removal) {
    String member = MemberKey.of(removal.id());
    List<Report> own = Reads.partition(reports.index(BY_REPORTER), member);
    deletion.of(own.stream().map(ReportRemoval::key).toList());
    Reads.partition(owned, member).forEach(report -> forget(report, member));
  }

  private void forget(Owned report, String member) {
    Subject nobody =
        new Subject(report.post(), report.reporter(), Author.LEFT.uuid(), Author.LEFT.owner());
    Writes.set(subjects, nobody, Conditions.equal("owner", member));
  }

  private static Key key(Report report) {
    return Key.builder().partitionValue(report.post()).sortValue(report.reporter()).build();
  }
}
