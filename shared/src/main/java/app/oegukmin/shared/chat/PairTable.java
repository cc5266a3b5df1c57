package app.oegukmin.shared.chat;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.member.MemberKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Which room two members have, so that they have one (D-C6).
 *
 * <pre>
 *   pair (partition key)             room
 *   both MemberKeys, in order, "#"   PostIds
 * </pre>
 */
public final class PairTable {

  private record Pair(String pair, long room) {}

  private static final TableSchema<Pair> PAIRS =
      RecordSchema.of(Pair.class).partition("pair").build();

  private final DynamoDbTable<Pair> pairs;

  /** The table with a physical name. */
  public PairTable(DynamoDbClient client, String name) {
    this.pairs = Dynamo.table(client, name, PAIRS);
  }

  /** The key of two members, by uid, in any order. */
  public static String pair(String uid, String other) {
    return Stream.of(uid, other).map(MemberKey::of).sorted().collect(Collectors.joining("#"));
  }

  /** Stores the room of two members, unless they have one. */
  public void put(Transaction transaction, String uid, String other, long room) {
    transaction.put(pairs, new Pair(pair(uid, other), room), Conditions.absent("pair"));
  }

  /** The room of two members, empty when they have none. */
  public Optional<Long> find(String uid, String other) {
    return Reads.find(pairs, key(uid, other)).map(Pair::room);
  }

  /** Asks for the room of two members beside items of other tables. */
  public void ask(BatchRead batch, String uid, String other) {
    batch.get(pairs, List.of(key(uid, other)));
  }

  /** The room that a batch has found. */
  public Optional<Long> in(BatchRead.Found found) {
    return found.in(pairs).stream().map(Pair::room).findFirst();
  }

  private static Key key(String uid, String other) {
    return Key.builder().partitionValue(pair(uid, other)).build();
  }
}
