package app.oegukmin.removal;

import app.oegukmin.shared.connection.Connection;
import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.connection.TicketTable;
import app.oegukmin.shared.device.Device;
import app.oegukmin.shared.device.DeviceTable;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.shared.work.RemoveMember;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A member as the user function leaves them behind: three items, and a session for each device. */
record Departed(Stack stack, String uid) {

  static final String THEN = "2026-11-20T09:00:00";

  String email() {
    return uid + "@kookmin.ac.kr";
  }

  String publicId() {
    return "public-of-" + uid;
  }

  /** What the dispatcher makes of the account's item. */
  RemoveMember removal() {
    return new RemoveMember(uid, publicId(), THEN);
  }

  /** Stores an account that nobody has deleted. */
  Departed signUp() {
    put("UserTable", account());
    put("UserTable", Map.of("key", "email#" + email(), "id", uid));
    put("UserTable", Map.of("key", "public#" + publicId(), "id", uid));
    return this;
  }

  /** Marks the account as deleted. */
  Departed leave() {
    Map<String, String> deleted = new HashMap<>(account());
    deleted.put("deletedDate", THEN);
    put("UserTable", deleted);
    return this;
  }

  private Map<String, String> account() {
    return Map.of("key", "user#" + uid, "id", uid, "email", email(), "publicId", publicId());
  }

  /** Stores a session whose access tokens end in the far future, or in the past. */
  Departed signIn(String family, long accessUntil) {
    Map<String, AttributeValue> session = new HashMap<>();
    session.put("member", AttributeValue.fromS(uid));
    session.put("family", AttributeValue.fromS(family));
    session.put("current", AttributeValue.fromS("hash of " + family));
    session.put("accessUntil", AttributeValue.fromN(Long.toString(accessUntil)));
    session.put("expires", AttributeValue.fromN("4102444800"));
    stack.dynamodb().putItem(r -> r.tableName(stack.table("SessionTable")).item(session));
    return this;
  }

  /**
   * Registers a phone, opens a connection and has a ticket for another; the latter have expired.
   */
  Departed connect() {
    AccessToken token =
        new AccessToken(
            "token-" + uid, uid, "ROLE_USER", true, Optional.empty(), Instant.EPOCH, Instant.EPOCH);
    Transaction transaction = new Transaction(stack.dynamodb());
    new DeviceTable(stack.dynamodb(), stack.table("DeviceTable"), Clock.systemUTC())
        .put(
            transaction,
            Device.of(
                token, "phone of " + uid, Language.KO, false, Instant.now(Clock.systemUTC())));
    transaction.write();
    new ConnectionTable(stack.dynamodb(), stack.table("ConnectionTable"), () -> Instant.EPOCH)
        .add(Connection.of(token, "c-" + publicId(), Instant.EPOCH));
    new TicketTable(stack.dynamodb(), stack.table("TicketTable"), () -> Instant.EPOCH)
        .issue(token, new SecureRandom());
    return this;
  }

  /** Writes a help article. */
  Departed writeHelp(long id) {
    Map<String, Object> row =
        Map.of(
            "board",
            "help",
            "id",
            id,
            "title",
            "글 " + id,
            "author",
            "이름",
            "country",
            "Vietnam",
            "uuid",
            publicId(),
            "owner",
            MemberKey.of(uid));
    Items.put(stack, "HelpTable", row);
    return this;
  }

  /** Blocks another member. */
  Departed block(Departed other) {
    Map<String, String> block =
        Map.of(
            "member", MemberKey.of(uid),
            "blocked", MemberKey.of(other.uid()),
            "uuid", other.publicId());
    put("BlockTable", block);
    return this;
  }

  /** Reports a post of another member. */
  Departed report(String post, Departed author) {
    Map<String, String> report =
        Map.of(
            "post", post,
            "reporter", MemberKey.of(uid),
            "uuid", author.publicId(),
            "owner", MemberKey.of(author.uid()),
            "text", "글");
    put("ReportTable", report);
    return this;
  }

  private void put(String table, Map<String, String> attributes) {
    Map<String, AttributeValue> item = new HashMap<>();
    attributes.forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
    stack.dynamodb().putItem(r -> r.tableName(stack.table(table)).item(item));
  }

  /** Everything in some tables, as text. */
  static String everything(Stack stack, String... tables) {
    return List.of(tables).stream()
        .map(table -> stack.dynamodb().scan(r -> r.tableName(stack.table(table))).items())
        .toList()
        .toString();
  }
}
