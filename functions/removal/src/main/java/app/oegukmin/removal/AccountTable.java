package app.oegukmin.removal;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.work.RemoveMember;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The accounts that are to be removed; the items are {@link MemberTable}'s. */
final class AccountTable {

  private static final TableSchema<Account> SCHEMA =
      RecordSchema.of(Account.class).partition("key").build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Account> table;

  AccountTable(DynamoDbClient client, String name) {
    this.client = client;
    this.table = Dynamo.table(client, name, SCHEMA);
  }

  private record Account(
      String key, String id, String email, String publicId, Optional<String> deletedDate) {}

  /** Whether an account is still there that was deleted at that time. */
  boolean awaits(RemoveMember removal) {
    return find(removal).isPresent();
  }

  /** Makes a transaction depend on it that an account is still there, as {@link #awaits} says. */
  Transaction demand(RemoveMember removal, Transaction transaction) {
    return transaction.check(
        table,
        key(MemberTable.account(removal.id())),
        Conditions.equal(MemberTable.DELETED, removal.deletedDate()));
  }

  /**
   * Removes every item of an account that was deleted at that time. Nothing happens when they are
   * gone, or belong to a later account of the same person.
   *
   * @throws IllegalStateException when the account's other items are not its own
   */
  void remove(RemoveMember removal) {
    find(removal).ifPresent(account -> remove(account, removal.deletedDate()));
  }

  private void remove(Account account, String deletedDate) {
    Expression own = Conditions.equal("id", account.id());
    int refused =
        new Transaction(client)
            .delete(table, key(account.key()), Conditions.equal(MemberTable.DELETED, deletedDate))
            .delete(table, key(MemberTable.address(account.email())), own)
            .delete(table, key(MemberTable.pseudonym(account.publicId())), own)
            .write()
            .orElse(0);
    // The account itself may have been removed by another delivery just now.
    if (refused > 0) {
      throw new IllegalStateException("An account's e-mail or public id is not its own");
    }
  }

  private Optional<Account> find(RemoveMember removal) {
    Optional<String> then = Optional.of(removal.deletedDate());
    return Reads.find(table, key(MemberTable.account(removal.id())))
        .filter(account -> account.deletedDate().equals(then));
  }

  private static Key key(String key) {
    return Key.builder().partitionValue(key).build();
  }
}
