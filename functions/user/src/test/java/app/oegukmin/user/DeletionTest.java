package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a deletion does at once; the removal function does the rest. */
@Tag("process")
class DeletionTest {

  @RegisterExtension
  static final Stack STACK = Stack.of("UserTable", "KeyTable", "SessionTable", "BanTable");

  private static final String STUDENT = App.student("uid-gone", "gone@kookmin.ac.kr");

  private App app;

  @BeforeEach
  void signUp() {
    STACK.clear();
    app = new App(STACK);
    app.signUp(App.student("uid-stays", "stays@kookmin.ac.kr"));
    app.signUp(STUDENT);
  }

  @Test
  void isGoneForEverybodyAtOnce() {
    String publicId = account().get("publicId").s();
    App.Response answer = app.leave("uid-gone");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(app.me("uid-gone").code()).isEqualTo("C003");
    assertThat(app.change("uid-gone", STUDENT).code()).isEqualTo("C003");
    assertThat(app.profile("uid-stays", publicId).code()).isEqualTo("C003");
    assertThat(app.signIn("uid-gone", "gone@kookmin.ac.kr").code()).isEqualTo("C003");
  }

  @Test
  void signsOutEverywhere() {
    for (int device = 0; device < 2; device++) {
      app.signIn("uid-gone", "gone@kookmin.ac.kr");
    }
    app.leave("uid-gone");
    assertThat(items("BanTable").split("issued", -1)).as("one ban for all (F-10)").hasSize(2);
  }

  @Test
  void answersASecondDeletionLikeTheFirst() {
    App.Response first = app.leave("uid-gone");
    String deleted = account().get("deletedDate").s();
    assertThat(app.leave("uid-gone")).isEqualTo(first);
    assertThat(account().get("deletedDate").s()).isEqualTo(deleted);
    remove();
    assertThat(app.leave("uid-gone")).isEqualTo(first);
    assertThat(items("UserTable")).doesNotContain("uid-gone");
  }

  @Test
  void keepsTheEmailUntilTheAccountIsRemoved() {
    app.leave("uid-gone");
    String another = App.student("uid-next", "gone@kookmin.ac.kr");
    assertThat(app.signUp(another).code()).isEqualTo("U001");
    remove();
    assertThat(app.signUp(another).status()).isEqualTo(201);
  }

  /** As the removal function does. */
  private void remove() {
    Map<String, AttributeValue> account = account();
    for (String key :
        new String[] {
          "user#uid-gone", "email#gone@kookmin.ac.kr", "public#" + account.get("publicId").s()
        }) {
      STACK.dynamodb().deleteItem(r -> r.tableName(STACK.table("UserTable")).key(key(key)));
    }
  }

  private static Map<String, AttributeValue> account() {
    var table = STACK.table("UserTable");
    return STACK.dynamodb().getItem(r -> r.tableName(table).key(key("user#uid-gone"))).item();
  }

  private static Map<String, AttributeValue> key(String key) {
    return Map.of("key", AttributeValue.fromS(key));
  }

  private static String items(String table) {
    return STACK.dynamodb().scan(r -> r.tableName(STACK.table(table))).items().toString();
  }
}
