package app.oegukmin.local.run.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.member.Member;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.time.Seoul;
import java.time.Clock;
import java.util.UUID;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Puts the accounts of the sample campus; nobody signs in to them. */
final class SampleMembers {

  private record Account(
      String key,
      String id,
      String publicId,
      String email,
      String bigmajor,
      String major,
      String country,
      String name,
      String role,
      String createdDate,
      String modifiedDate) {}

  private record Owner(String key, String id) {}

  private static final TableSchema<Account> ACCOUNTS =
      RecordSchema.of(Account.class).partition(MemberTable.KEY).build();
  private static final TableSchema<Owner> OWNERS =
      RecordSchema.of(Owner.class).partition(MemberTable.KEY).build();

  private final DynamoDbClient client;
  private final DynamoDbTable<Account> accounts;
  private final DynamoDbTable<Owner> owners;
  private final Clock clock;

  SampleMembers(DynamoDbClient client, String table, Clock clock) {
    this.client = client;
    this.accounts = Dynamo.table(client, table, ACCOUNTS);
    this.owners = Dynamo.table(client, table, OWNERS);
    this.clock = clock;
  }

  /** Puts an account, also over an earlier one. */
  void put(Community.Person person) {
    String now = Seoul.dateTime(clock.instant());
    String publicId = publicId(person.id());
    Account account =
        new Account(
            MemberTable.account(person.id()),
            person.id(),
            publicId,
            person.id() + "@kookmin.ac.kr",
            "국민대학교",
            person.major(),
            person.country(),
            person.name(),
            Member.USER,
            now,
            now);
    new Transaction(client)
        .put(accounts, account)
        .put(owners, new Owner(MemberTable.address(account.email()), account.id()))
        .put(owners, new Owner(MemberTable.pseudonym(publicId), account.id()))
        .write();
  }

  /** A member's public id: the same again when it is put again. */
  static String publicId(String uid) {
    return UUID.nameUUIDFromBytes(uid.getBytes(UTF_8)).toString();
  }
}
