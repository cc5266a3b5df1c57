package app.oegukmin.user;

import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.shared.dynamo.Transactions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The accounts. Two items each, so that both rules of uniqueness hold in one transaction:
 *
 * <pre>
 *   key = "user#" + id      the account
 *   key = "email#" + email  whose address it is, in lower case
 * </pre>
 */
final class UserTable {

  private static final String KEY = "key";

  private final DynamoDbClient client;
  private final String name;

  UserTable(DynamoDbClient client, String name) {
    this.client = client;
    this.name = name;
  }

  /** The account with an id, empty when there is none. */
  Optional<User> find(String id) {
    Item key = Item.empty().with(KEY, "user#" + id);
    var answer =
        client.getItem(
            request -> request.tableName(name).key(key.attributes()).consistentRead(true));
    return answer.hasItem() ? Optional.of(user(new Item(answer.item()))) : Optional.empty();
  }

  /** Adds an account; false, and nothing is written, when its id or its e-mail is taken. */
  boolean add(User user) {
    Item account = item(user).with(KEY, "user#" + user.id());
    Item address =
        Item.empty()
            .with(KEY, "email#" + user.email().toLowerCase(Locale.ROOT))
            .with("id", user.id());
    return Transactions.write(
            client,
            List.of(
                Transactions.putNew(name, KEY, account), Transactions.putNew(name, KEY, address)))
        < 0;
  }

  private static Item item(User user) {
    return Item.empty()
        .with("id", user.id())
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
