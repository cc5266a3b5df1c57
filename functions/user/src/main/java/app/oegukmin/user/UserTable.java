package app.oegukmin.user;

import static app.oegukmin.shared.member.MemberTable.DELETED;
import static app.oegukmin.shared.member.MemberTable.KEY;

import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.shared.dynamo.Transactions;
import app.oegukmin.shared.member.MemberTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** The accounts as their owners read and write them; the items are {@link MemberTable}'s. */
final class UserTable {

  private static final Logger LOG = LoggerFactory.getLogger(UserTable.class);

  private final DynamoDbClient client;
  private final String name;

  UserTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** The account with an id, empty when there is none or it is deleted. */
  Optional<User> find(String id) {
    return Optional.of(read(id))
        .filter(item -> item.find("id").isPresent() && item.find(DELETED).isEmpty())
        .map(UserTable::user);
  }

  /** Adds an account; false, and nothing is written, when its id or its e-mail is taken. */
  boolean add(User user) {
    Item owner = Item.empty().with("id", user.id());
    return Transactions.write(
            client,
            List.of(
                Transactions.putNew(name, KEY, item(user).with(key(user.id()))),
                Transactions.putNew(name, KEY, owner.with(KEY, MemberTable.address(user.email()))),
                Transactions.putNew(
                    name, KEY, owner.with(KEY, MemberTable.pseudonym(user.publicId())))))
        < 0;
  }

  /** Replaces the profile of an account; empty when there is none or it is deleted. */
  Optional<User> change(String id, ProfileRequest profile, String now) {
    Map<String, AttributeValue> values = profile(profile, now).attributes();
    boolean phone = profile.phoneNumber() != null;
    try {
      var answer =
          client.updateItem(
              request ->
                  request
                      .tableName(name)
                      .key(key(id).attributes())
                      .updateExpression(
                          "SET #name = :name, country = :country, major = :major, bigmajor ="
                              + " :bigmajor, modifiedDate = :modifiedDate"
                              + (phone ? ", phoneNumber = :phoneNumber" : " REMOVE phoneNumber"))
                      .conditionExpression("attribute_exists(id) AND attribute_not_exists(#gone)")
                      .expressionAttributeNames(Map.of("#name", "name", "#gone", DELETED))
                      .expressionAttributeValues(values)
                      .returnValues(ReturnValue.ALL_NEW));
      return Optional.of(user(new Item(answer.attributes())));
    } catch (ConditionalCheckFailedException gone) {
      return Optional.empty();
    }
  }

  /** Marks an account as deleted; nothing happens when it is already, or does not exist. */
  void delete(String id, String now) {
    try {
      client.updateItem(
          request ->
              request
                  .tableName(name)
                  .key(key(id).attributes())
                  .updateExpression("SET #deleted = :now")
                  .conditionExpression("attribute_exists(id) AND attribute_not_exists(#deleted)")
                  .expressionAttributeNames(Map.of("#deleted", DELETED))
                  .expressionAttributeValues(Map.of(":now", AttributeValue.fromS(now))));
    } catch (ConditionalCheckFailedException gone) {
      LOG.info("An account that is gone was deleted again");
    }
  }

  private Item read(String id) {
    var answer =
        client.getItem(
            request -> request.tableName(name).key(key(id).attributes()).consistentRead(true));
    return answer.hasItem() ? new Item(answer.item()) : Item.empty();
  }

  private static Item profile(ProfileRequest profile, String now) {
    return Item.empty()
        .with(":name", profile.name())
        .with(":country", profile.country())
        .with(":major", profile.major())
        .with(":bigmajor", profile.bigmajor())
        .with(":phoneNumber", profile.phoneNumber())
        .with(":modifiedDate", now);
  }

  private static Item key(String id) {
    return Item.empty().with(KEY, MemberTable.account(id));
  }

  private static Item item(User user) {
    return Item.empty()
        .with("id", user.id())
        .with("publicId", user.publicId())
        .with("email", user.email())
        .with("bigmajor", user.bigmajor())
        .with("major", user.major())
        .with("country", user.country())
        .with("name", user.name())
        .with("phoneNumber", user.phoneNumber())
        .with("role", user.role())
        .with("createdDate", user.createdDate())
        .with("modifiedDate", user.modifiedDate());
  }

  private static User user(Item item) {
    return new User(
        item.text("id"),
        item.text("publicId"),
        item.text("email"),
        item.text("bigmajor"),
        item.text("major"),
        item.text("country"),
        item.text("name"),
        item.find("phoneNumber").orElse(null),
        item.text("role"),
        item.text("createdDate"),
        item.text("modifiedDate"));
  }
}
