package app.oegukmin.removal;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.work.RemoveMember;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Deletes the sessions of an account; its deletion has banned their tokens. Each transaction
 * demands that the account is still there, so that a delivery which another has overtaken deletes
 * nothing of a later account. Expired sessions are included: DynamoDB deletes those days later.
 */
final class SessionRemoval implements RemovalStep {

  // What DynamoDB takes in one transaction, less the demand.
  private static final int SOME = 99;

  private record Session(String member, String family) {}

  private static final TableSchema<Session> SCHEMA =
      RecordSchema.of(Session.class).partition("member").sort("family").build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Session> table;
  private final AccountTable accounts;

  /** A step over the table of sessions with a physical name. */
  SessionRemoval(DynamoDbClient client, String name, AccountTable accounts) {
    this.client = client;
    this.table = Dynamo.table(client, name, SCHEMA);
    this.accounts = accounts;
  }

  @Override
  public void remove(RemoveMember removal) {
    List<Session> some = some(removal);
    while (!some.isEmpty() && removed(some, removal)) {
      some = some(removal);
    }
  }

  private List<Session> some(RemoveMember removal) {
    return Reads.some(table, removal.id(), SOME);
  }

  private boolean removed(List<Session> some, RemoveMember removal) {
    Transaction transaction = accounts.demand(removal, new Transaction(client));
    some.forEach(session -> transaction.delete(table, key(session)));
    return transaction.write().isEmpty();
  }

  private static Key key(Session session) {
    return Key.builder().partitionValue(session.member()).sortValue(session.family()).build();
  }
}
