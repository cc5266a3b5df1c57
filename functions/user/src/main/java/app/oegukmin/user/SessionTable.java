package app.oegukmin.user;

import app.oegukmin.shared.ban.Ban;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.shared.dynamo.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The sessions, one item each, changed only from the state that the writer saw: of two that race,
 * one wins and the other knows it.
 *
 * <pre>
 *   member   family   current, previous (hashes)   renewed (epoch milliseconds)
 *   accessUntil (epoch seconds)   expires (epoch seconds, the table's TTL)
 * </pre>
 */
final class SessionTable {

  private static final String UNCHANGED = "#current = :current";
  private static final Map<String, String> NAMES = Map.of("#current", "current");

  private final DynamoDbClient client;
  private final String name;
  private final BanTable bans;

  /** Sessions that leave a ban behind when they end. */
  SessionTable(DynamoDbClient client, String name, BanTable bans) {
    this.client = client;
    this.name = name;
    this.bans = bans;
  }

  /** A member's session, empty when it has ended: DynamoDB deletes expired ones days later. */
  Optional<Session> find(String member, String family, Instant now) {
    var answer =
        client.getItem(
            request ->
                request.tableName(name).key(key(member, family).attributes()).consistentRead(true));
    return Optional.of(answer.item())
        .filter(item -> !item.isEmpty())
        .map(item -> session(new Item(item)))
        .filter(session -> now.isBefore(session.expires()));
  }

  /** The families of a member's sessions, those that have expired included. */
  List<String> families(String member) {
    return client
        .queryPaginator(
            request ->
                request
                    .tableName(name)
                    .consistentRead(true)
                    .keyConditionExpression("#member = :member")
                    .expressionAttributeNames(Map.of("#member", "member"))
                    .expressionAttributeValues(Map.of(":member", AttributeValue.fromS(member))))
        .items()
        .stream()
        .map(item -> new Item(item).text("family"))
        .toList();
  }

  /** Adds a session. */
  void add(Session session) {
    client.putItem(request -> request.tableName(name).item(item(session).attributes()));
  }

  /** Replaces a session; false, and nothing is written, when it is no longer as it was seen. */
  boolean replace(Session seen, Session session) {
    try {
      client.putItem(
          request ->
              request
                  .tableName(name)
                  .item(item(session).attributes())
                  .conditionExpression(UNCHANGED)
                  .expressionAttributeNames(NAMES)
                  .expressionAttributeValues(current(seen)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /**
   * Ends a session and bans every access token it gave out, both or neither; false, and nothing is
   * written, when it is no longer as it was seen.
   */
  boolean end(Session seen) {
    Ban ban = Ban.family(seen.member(), seen.family(), seen.accessUntil());
    return Transactions.write(client, List.of(deleting(seen), bans.putting(ban))) < 0;
  }

  private TransactWriteItem deleting(Session seen) {
    return TransactWriteItem.builder()
        .delete(
            Delete.builder()
                .tableName(name)
                .key(key(seen.member(), seen.family()).attributes())
                .conditionExpression(UNCHANGED)
                .expressionAttributeNames(NAMES)
                .expressionAttributeValues(current(seen))
                .build())
        .build();
  }

  private static Map<String, AttributeValue> current(Session seen) {
    return Map.of(":current", AttributeValue.fromS(seen.current()));
  }

  private static Item key(String member, String family) {
    return Item.empty().with("member", member).with("family", family);
  }

  private static Item item(Session session) {
    return key(session.member(), session.family())
        .with("current", session.current())
        .with("previous", session.previous())
        .with("renewed", session.renewed().toEpochMilli())
        .with("accessUntil", session.accessUntil().getEpochSecond())
        .with("expires", session.expires().getEpochSecond());
  }

  private static Session session(Item item) {
    return new Session(
        item.text("member"),
        item.text("family"),
        item.text("current"),
        item.text("previous"),
        Instant.ofEpochMilli(item.number("renewed")),
        Instant.ofEpochSecond(item.number("accessUntil")),
        Instant.ofEpochSecond(item.number("expires")));
  }
}
