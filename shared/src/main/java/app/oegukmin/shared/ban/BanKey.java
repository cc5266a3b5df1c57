package app.oegukmin.shared.ban;

import app.oegukmin.shared.dynamo.RecordSchema;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * The key of an item of {@link BanTable}, which is all that the table's stream tells.
 *
 * @param member a {@link app.oegukmin.shared.member.MemberKey}
 * @param ban the name of a {@link Ban}
 */
public record BanKey(String member, String ban) {

  /** Reads the keys of a change. */
  public static final TableSchema<BanKey> SCHEMA =
      RecordSchema.of(BanKey.class).partition("member").sort("ban").build();
}
