package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import app.oegukmin.user.signature.NonceTable;
import app.oegukmin.user.signature.Stamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What lies in the tables, attribute by attribute: other versions of the code read it too. */
@Tag("process")
class StoredFormatTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("UserTable", "SessionTable", "BanTable", "NonceTable");

  private static final String THEN = "2026-10-03T09:30:00";
  private static final String LATER = "2026-11-20T09:00:00";

  // In the future, because DynamoDB Local deletes what has expired by its own clock.
  private static final Session SESSION =
      new Session(
          "uid-1",
          "family-1",
          "hash",
          "",
          Instant.ofEpochMilli(4_102_444_800_250L),
          Instant.ofEpochSecond(4_102_446_600L),
          Optional.empty(),
          Instant.ofEpochSecond(4_107_628_800L));

  private UserTable users;
  private SessionTable sessions;

  @BeforeEach
  void install() {
    STACK.clear();
    users = new UserTable(STACK.dynamodb(), STACK.table("UserTable"));
    BanTable bans = new BanTable(STACK.dynamodb(), STACK.table("BanTable"));
    sessions = new SessionTable(STACK.dynamodb(), STACK.table("SessionTable"), bans);
  }

  @Test
  void accounts() {
    users.add(user(Optional.of("010-1234-5678")));

    assertThat(items("UserTable"))
        .containsExactlyInAnyOrder(
            account(Map.of("phoneNumber", "010-1234-5678")),
            Items.item(Map.of("key", "email#one@kookmin.ac.kr", "id", "uid-1")),
            Items.item(Map.of("key", "public#public-1", "id", "uid-1")));
  }

  @Test
  void accountsWithoutPhone() {
    users.add(user(Optional.empty()));

    assertThat(items("UserTable")).contains(account(Map.of()));
  }

  @Test
  void profiles() {
    users.add(user(Optional.empty()));
    Map<String, String> profile =
        Map.of(
            "name", "Lin",
            "country", "France",
            "major", "Music",
            "bigmajor", "Arts",
            "modifiedDate", LATER);
    Map<String, String> withPhone = new HashMap<>(profile);
    withPhone.put("phoneNumber", "010-1234-5678");

    users.change("uid-1", profile("010-1234-5678"), LATER);
    assertThat(items("UserTable")).contains(account(withPhone));
    users.change("uid-1", profile(null), LATER);
    assertThat(items("UserTable")).contains(account(profile));
  }

  @Test
  void deletions() {
    users.add(user(Optional.empty()));

    users.delete("uid-1", LATER, also -> {});
    users.delete("uid-1", "2026-11-21T09:00:00", also -> {});

    assertThat(items("UserTable")).contains(account(Map.of("deletedDate", LATER)));
  }

  @Test
  void nothingOfAnAccountThatIsNotThere() {
    assertThat(users.change("uid-1", profile(null), LATER)).isEmpty();
    users.delete("uid-1", LATER, also -> {});

    assertThat(items("UserTable")).isEmpty();
  }

  @Test
  void sessions() {
    users.add(user(Optional.empty()));
    assertThat(sessions.add(SESSION, users)).isTrue();

    assertThat(items("SessionTable"))
        .containsExactly(
            Items.item(
                Map.of(
                    "member", "uid-1",
                    "family", "family-1",
                    "current", "hash",
                    "previous", "",
                    "renewed", 4_102_444_800_250L,
                    "accessUntil", 4_102_446_600L,
                    "expires", 4_107_628_800L)));
  }

  @Test
  void bans() {
    users.add(user(Optional.empty()));
    assertThat(sessions.add(SESSION, users)).isTrue();

    assertThat(sessions.end(SESSION)).isTrue();
    String member = MemberKey.of("uid-1");

    assertThat(items("BanTable"))
        .containsExactly(
            Items.item(
                Map.of("member", member, "ban", "family#family-1", "expires", 4_102_446_600L)));
  }

  @Test
  void nonces() {
    NonceTable nonces = new NonceTable(STACK.dynamodb(), STACK.table("NonceTable"));

    nonces.add(new Stamp("4102444800", "0123456789abcdef"));

    assertThat(items("NonceTable"))
        .containsExactly(
            Items.item(Map.of("nonce", "0123456789abcdef", "expires", 4_102_445_400L)));
  }

  private static User user(Optional<String> phoneNumber) {
    return new User(
        "uid-1",
        "public-1",
        "One@kookmin.ac.kr",
        "College",
        "Major",
        "Vietnam",
        "Linh",
        phoneNumber,
        "ROLE_USER",
        THEN,
        THEN);
  }

  private static ProfileRequest profile(String phoneNumber) {
    return new ProfileRequest("Lin", "France", "Music", "Arts", phoneNumber);
  }

  /** The account's item, with other values of some attributes. */
  private static Map<String, AttributeValue> account(Map<String, String> others) {
    Map<String, String> account = new HashMap<>();
    account.put("key", "user#uid-1");
    account.put("id", "uid-1");
    account.put("publicId", "public-1");
    account.put("email", "One@kookmin.ac.kr");
    account.put("bigmajor", "College");
    account.put("major", "Major");
    account.put("country", "Vietnam");
    account.put("name", "Linh");
    account.put("role", "ROLE_USER");
    account.put("createdDate", THEN);
    account.put("modifiedDate", THEN);
    account.putAll(others);
    return Items.item(account);
  }

  private static List<Map<String, AttributeValue>> items(String table) {
    return Items.all(STACK, table);
  }
}
