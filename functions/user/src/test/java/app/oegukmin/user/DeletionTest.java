package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.member.MemberRemoval;
import app.oegukmin.testkit.Stack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RemovalTest {

  private static final String[] TABLES = {"UserTable", "KeyTable", "SessionTable", "BanTable"};

  @RegisterExtension static final Stack STACK = Stack.of(TABLES);

  private static final String STUDENT = App.student("uid-gone", "gone@kookmin.ac.kr");

  private static App app;

  @BeforeAll
  static void install() {
    app = new App(STACK);
    app.signUp(App.student("uid-stays", "stays@kookmin.ac.kr"));
  }

  @BeforeEach
  void signUp() {
    app.signUp(STUDENT);
  }

  @Test
  void isGoneForEverybodyAtOnce() {
    String publicId = account().text("publicId");
    App.Answer answer = app.leave("uid-gone");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(app.me("uid-gone").code()).isEqualTo("C003");
    assertThat(app.change("uid-gone", STUDENT).code()).isEqualTo("C003");
    assertThat(app.profile("uid-stays", publicId).code()).isEqualTo("C003");
    assertThat(app.signIn("uid-gone", "gone@kookmin.ac.kr").code()).isEqualTo("C003");
    remove();
  }

  @Test
  void signsOutEverywhere() {
    for (int device = 0; device < 2; device++) {
      app.signIn("uid-gone", "gone@kookmin.ac.kr");
    }
    app.leave("uid-gone");
    assertThat(items("SessionTable")).isEqualTo("[]");
    assertThat(items("BanTable").split("family#", -1)).hasSize(3);
    remove();
    STACK.clear();
    install();
  }

  @Test
  void signsOutWhomADeletionThatFailedHalfWayLeftSignedIn() {
    app.signIn("uid-gone", "gone@kookmin.ac.kr");
    new UserTable(STACK.dynamodb(), STACK.table("UserTable")).delete("uid-gone", "then");
    assertThat(items("SessionTable")).contains("uid-gone");
    assertThat(app.deliver(removal().json())).isEmpty();
    assertThat(items("SessionTable")).doesNotContain("uid-gone");
    assertThat(items("BanTable")).contains(MemberKey.of("uid-gone"), "family#");
    STACK.clear();
    install();
  }

  @Test
  void leavesNothingInAnyTable() {
    String publicId = account().text("publicId");
    assertThat(everything()).contains("uid-gone", "gone@kookmin.ac.kr", publicId);
    app.leave("uid-gone");
    assertThat(app.deliver(removal().json())).isEmpty();
    assertThat(everything())
        .doesNotContain("uid-gone", "gone@kookmin.ac.kr", publicId)
        .contains("uid-stays", "stays@kookmin.ac.kr");
  }

  @Test
  void answersASecondDeletionLikeTheFirst() {
    App.Answer first = app.leave("uid-gone");
    MemberRemoval removal = removal();
    assertThat(app.leave("uid-gone")).isEqualTo(first);
    assertThat(removal()).isEqualTo(removal);
    remove();
    assertThat(app.leave("uid-gone")).isEqualTo(first);
    assertThat(everything()).doesNotContain("uid-gone");
  }

  @Test
  void givesTheEmailFreeForAnother() {
    app.leave("uid-gone");
    String another = App.student("uid-next", "gone@kookmin.ac.kr");
    assertThat(app.signUp(another).code()).isEqualTo("U001");
    remove();
    assertThat(app.signUp(another).status()).isEqualTo(201);
    app.leave("uid-next");
    app.deliver(removal("uid-next").json());
  }

  @Test
  void doesNotHarmALaterAccountOfTheSamePerson() {
    app.leave("uid-gone");
    String message = removal().json();
    app.deliver(message, message);
    app.signUp(STUDENT);
    assertThat(app.deliver(message)).isEmpty();
    assertThat(app.me("uid-gone").status()).isEqualTo(200);
  }

  @Test
  void leavesAnAccountAloneThatNobodyDeleted() {
    Item account = account();
    String message = new MemberRemoval("uid-gone", account.text("publicId"), "never").json();
    assertThat(app.deliver(message)).isEmpty();
    assertThat(app.me("uid-gone").status()).isEqualTo(200);
  }

  @Test
  void sendsBackWhatItCannotRead() {
    app.leave("uid-gone");
    assertThat(app.deliver("poison", removal().json()).toString())
        .isEqualTo("[{\"itemIdentifier\":\"m1\"}]");
    assertThat(everything()).doesNotContain("uid-gone");
  }

  private static void remove() {
    app.deliver(removal().json());
  }

  private static MemberRemoval removal() {
    return removal("uid-gone");
  }

  /** What the dispatcher makes of the account's item. */
  private static MemberRemoval removal(String uid) {
    Item account = account(uid);
    return new MemberRemoval(uid, account.text("publicId"), account.text("deletedDate"));
  }

  private static Item account() {
    return account("uid-gone");
  }

  private static Item account(String uid) {
    Map<String, AttributeValue> key = Map.of("key", AttributeValue.fromS("user#" + uid));
    return new Item(
        STACK.dynamodb().getItem(r -> r.tableName(STACK.table("UserTable")).key(key)).item());
  }

  private static String everything() {
    return List.of(TABLES).stream().map(RemovalTest::items).toList().toString();
  }

  private static String items(String table) {
    return STACK.dynamodb().scan(r -> r.tableName(STACK.table(table))).items().toString();
  }
}
