package app.oegukmin.shared.member;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The accounts, as features read them; the user function alone writes them. An account has three
 * items, written and removed together, so that id, e-mail and public id are each unique:
 *
 * <pre>
 *   key = "user#" + id          the account
 *   key = "email#" + email      whose address it is, in lower case
 *   key = "public#" + publicId  whose public id it is
 * </pre>
 *
 * An account with the attribute {@code deletedDate} counts as removed; its items are deleted a
 * little later.
 */
public final class MemberTable {

  /** The partition key. */
  public static final String KEY = "key";

  /** The attribute that marks an account as deleted. */
  public static final String DELETED = "deletedDate";

  /** What the table's stream says of an item; only an account has a public id. */
  public record Image(
      String key, String id, Optional<String> publicId, Optional<String> deletedDate) {

    /** Shows no personal data. */
    @Override
    public String toString() {
      return "MemberTable.Image";
    }
  }

  /** Reads the images of the table's stream. */
  public static final TableSchema<Image> IMAGES =
      RecordSchema.of(Image.class).partition(KEY).build();

  private record Account(String key, Member member, Optional<String> deletedDate) {}

  private record Owner(String key, String id) {}

  private static final TableSchema<Account> ACCOUNTS =
      RecordSchema.of(Account.class)
          .partition(KEY)
          .flatten("member", RecordSchema.of(Member.class).build())
          .build();

  private static final TableSchema<Owner> OWNERS =
      RecordSchema.of(Owner.class).partition(KEY).build();

  private static final Expression LIVE = Conditions.present("id").and(Conditions.absent(DELETED));

  private final DynamoDbTable<Account> accounts;
  private final DynamoDbTable<Owner> owners;

  /** The table with a physical name. */
  public MemberTable(DynamoDbClient client, String name) {
    this.accounts = Dynamo.table(client, name, ACCOUNTS);
    this.owners = Dynamo.table(client, name, OWNERS);
  }

  /** The key of an account. */
  public static String account(String id) {
    return "user#" + id;
  }

  /** The key of the item that says whose e-mail it is, whatever its case. */
  public static String address(String email) {
    return "email#" + email.toLowerCase(Locale.ROOT);
  }

  /** The key of the item that says whose public id it is. */
  public static String pseudonym(String publicId) {
    return "public#" + publicId;
  }

  /** The member with an id, empty when there is none. */
  public Optional<Member> find(String id) {
    return Reads.find(accounts, key(account(id))).flatMap(MemberTable::live);
  }

  /** The member with a public id, empty when there is none; a real id finds nobody. */
  public Optional<Member> findPublic(String publicId) {
    return Reads.find(owners, key(pseudonym(publicId))).map(Owner::id).flatMap(this::find);
  }

  /** Asks for a member beside items of other tables. */
  public void ask(BatchRead batch, String id) {
    batch.get(accounts, List.of(key(account(id))));
  }

  /** Asks for some members, of whom none may be named twice, beside items of other tables. */
  public void ask(BatchRead batch, Collection<String> ids) {
    batch.get(accounts, ids.stream().map(id -> key(account(id))).toList());
  }

  /** The member that a batch has found, empty when there is none. */
  public Optional<Member> in(BatchRead.Found found) {
    return allIn(found).stream().findFirst();
  }

  /** The members that a batch has found, in any order. */
  public List<Member> allIn(BatchRead.Found found) {
    return found.in(accounts).stream().flatMap(row -> live(row).stream()).toList();
  }

  /**
   * Makes a transaction depend on it that a member is there: what is written then is seen by the
   * removal, which begins later.
   */
  public void demand(Transaction transaction, String id) {
    transaction.check(accounts, key(account(id)), LIVE);
  }

  private static Optional<Member> live(Account account) {
    return account.deletedDate().isEmpty() ? Optional.of(account.member()) : Optional.empty();
  }

  private static Key key(String key) {
    return Key.builder().partitionValue(key).build();
  }
}
