package app.oegukmin.user;

import static app.oegukmin.shared.member.MemberTable.DELETED;
import static app.oegukmin.shared.member.MemberTable.KEY;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.member.MemberTable;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The accounts as their owners read and write them; the items are {@link MemberTable}'s. */
final class UserTable {

  private static final Logger LOG = LoggerFactory.getLogger(UserTable.class);

  private record Account(String key, User user, Optional<String> deletedDate) {}

  /** Says whose an e-mail or a public id is. */
  private record Owner(String key, String id) {}

  private record Change(
      String key,
      String name,
      String country,
      String major,
      String bigmajor,
      Optional<String> phoneNumber,
      String modifiedDate) {}

  private record Deletion(String key, String deletedDate) {}

  private static final TableSchema<Account> ACCOUNTS =
      RecordSchema.of(Account.class)
          .partition(KEY)
          .flatten("user", RecordSchema.of(User.class).build())
          .build();
  private static final TableSchema<Owner> OWNERS =
      RecordSchema.of(Owner.class).partition(KEY).build();
  private static final TableSchema<Change> CHANGES =
      RecordSchema.of(Change.class).partition(KEY).build();
  private static final TableSchema<Deletion> DELETIONS =
      RecordSchema.of(Deletion.class).partition(KEY).build();

  private static final Expression NEW = Conditions.absent(KEY);
  private static final Expression LIVE = Conditions.present("id").and(Conditions.absent(DELETED));

  private final DynamoDbClient client;
  private final DynamoDbTable<Account> accounts;
  private final DynamoDbTable<Owner> owners;
  private final DynamoDbTable<Change> changes;
  private final DynamoDbTable<Deletion> deletions;

  UserTable(DynamoDbClient client, String name) {
    this.client = client;
    this.accounts = Dynamo.table(client, name, ACCOUNTS);
    this.owners = Dynamo.table(client, name, OWNERS);
    this.changes = Dynamo.table(client, name, CHANGES);
    this.deletions = Dynamo.table(client, name, DELETIONS);
  }

  /** The account with an id, empty when there is none or it is deleted. */
  Optional<User> find(String id) {
    return Reads.find(accounts, Key.builder().partitionValue(MemberTable.account(id)).build())
        .filter(account -> account.deletedDate().isEmpty())
        .map(Account::user);
  }

  /** Makes a transaction depend on it that an account is there and is not deleted. */
  Transaction demand(String id, Transaction transaction) {
    Key key = Key.builder().partitionValue(MemberTable.account(id)).build();
    return transaction.check(accounts, key, LIVE);
  }

  /** Adds an account; false, and nothing is written, when its id or its e-mail is taken. */
  boolean add(User user) {
    Account account = new Account(MemberTable.account(user.id()), user, Optional.empty());
    return new Transaction(client)
        .put(accounts, account, NEW)
        .put(owners, new Owner(MemberTable.address(user.email()), user.id()), NEW)
        .put(owners, new Owner(MemberTable.pseudonym(user.publicId()), user.id()), NEW)
        .write()
        .isEmpty();
  }

  /**
   * Replaces the profile of an account; the account as it is then, empty when there is none or it
   * is deleted.
   */
  Optional<User> change(String id, ProfileRequest profile, String now) {
    Change change =
        new Change(
            MemberTable.account(id),
            profile.name(),
            profile.country(),
            profile.major(),
            profile.bigmajor(),
            Optional.ofNullable(profile.phoneNumber()),
            now);
    return Writes.setOrRemove(changes, change, LIVE) ? find(id) : Optional.empty();
  }

  /**
   * Marks an account as deleted; nothing happens when it is already, or does not exist.
   *
   * @param also adds what is written with it, both or neither
   */
  void delete(String id, String now, Consumer<Transaction> also) {
    Deletion deletion = new Deletion(MemberTable.account(id), now);
    Transaction transaction = new Transaction(client).set(deletions, deletion, LIVE);
    also.accept(transaction);
    if (transaction.write().isPresent()) {
      LOG.info("An account that is gone was deleted again");
    }
  }
}
