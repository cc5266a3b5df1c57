package app.oegukmin.shared.device;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.StaticAttributeTags;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The phones. One item a token, so a token has one owner: who registers it takes it over.
 *
 * <pre>
 *   hash (partition key)   member      token   language   showText   registered   expires
 *   of the token           MemberKey   FCM's                         in ms        seconds, the TTL
 *
 *   signIn   family   issuedAt: the access token that registered it, for bans
 * </pre>
 *
 * <p>The index {@code member} has the keys by owner. It follows the table a little later, so who
 * finds a phone by it reads the item, too.
 */
public final class DeviceTable {

  /** How many phones a member may have; a new one takes the place of the oldest. */
  public static final int MOST = 10;

  private static final String INDEX = "member";

  private record Owned(String hash, String member) {}

  private static final TableSchema<Device> SCHEMA =
      RecordSchema.of(Device.class)
          .partition("hash")
          .as("issuedAt", new EpochSeconds())
          .as("registered", new EpochMillis())
          .as("expires", new EpochSeconds())
          .build();

  private static final TableSchema<Owned> OWNED =
      RecordSchema.of(Owned.class)
          .partition("hash")
          .tag("member", StaticAttributeTags.secondaryPartitionKey(INDEX))
          .build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Device> table;
  private final DynamoDbIndex<Owned> owned;
  private final InstantSource clock;

  /** The table with a physical name; what has expired by a clock is not there. */
  public DeviceTable(DynamoDbClient client, String name, InstantSource clock) {
    this.client = client;
    this.table = Dynamo.table(client, name, SCHEMA);
    this.owned = Dynamo.table(client, name, OWNED).index(INDEX);
    this.clock = clock;
  }

  /** Stores a phone; whoever had it before has it no longer. */
  public void put(Transaction transaction, Device device) {
    transaction.put(table, device);
  }

  /**
   * A member's phones, the one that was registered last first.
   *
   * @param member the {@link app.oegukmin.shared.member.MemberKey}
   */
  public List<Device> of(String member) {
    List<Key> keys =
        Reads.partition(owned, member).stream().map(device -> key(device.hash())).toList();
    return Reads.batch(client, table, keys).stream()
        .filter(device -> device.member().equals(member))
        .filter(device -> clock.instant().isBefore(device.expires()))
        .sorted(Comparator.comparing(Device::registered).reversed())
        .toList();
  }

  /** Removes a phone, unless it was registered again since it was read. */
  public void remove(Device device) {
    Writes.delete(
        table,
        key(device.hash()),
        Conditions.equal("member", device.member())
            .and(Conditions.equal("registered", device.registered().toEpochMilli())));
  }

  /** Removes a phone by its name, if it is the member's. */
  public void remove(String member, String hash) {
    Writes.delete(table, key(hash), Conditions.equal("member", member));
  }

  private static Key key(String hash) {
    return Key.builder().partitionValue(hash).build();
  }
}
