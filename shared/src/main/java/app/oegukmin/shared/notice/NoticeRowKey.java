package app.oegukmin.shared.notice;

import app.oegukmin.shared.dynamo.RecordSchema;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * The key of a row of {@link NoticeTable}, which is all that the table's stream tells.
 *
 * @param id the value of a {@link NoticeId}
 */
public record NoticeRowKey(String feed, long id) {

  /** Reads the keys of a change. */
  public static final TableSchema<NoticeRowKey> SCHEMA =
      RecordSchema.of(NoticeRowKey.class).partition("feed").sort("id").build();

  /** Whether it is a row of a language's list of all types, of which a notice has one. */
  public boolean ofAllTypes() {
    return notice()
        .filter(notice -> NoticeTable.feed(notice.language(), NoticeTable.ALL).equals(feed))
        .isPresent();
  }

  /** The notice whose row it is; empty when the number is no notice's. */
  public Optional<NoticeId> notice() {
    return NoticeId.of(id);
  }
}
