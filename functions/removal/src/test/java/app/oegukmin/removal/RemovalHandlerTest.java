package app.oegukmin.removal;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.work.RemoveMember;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class RemovalHandlerTest {

  private static final String[] TABLES = {"UserTable", "SessionTable", "BanTable"};

  @RegisterExtension static final Stack STACK = Stack.of(TABLES);

  private static final long LATER = 4_102_444_800L;
  private static final String DONE = "{\"batchItemFailures\":[]}";

  private final Departed gone = new Departed(STACK, "uid-gone");

  @BeforeEach
  void signUp() {
    STACK.clear();
    new Departed(STACK, "uid-stays").signUp().signIn("family-of-another", LATER);
    gone.signUp();
  }

  @Test
  @DisplayName("F-5: nothing that names the member is left in any table")
  void f5_leavesNothingInAnyTable() {
    gone.signIn("phone", LATER).signIn("expired", 1).leave();
    assertThat(everything()).contains("uid-gone", gone.email(), gone.publicId());
    assertThat(deliver(gone.removal())).isEqualTo(DONE);
    assertThat(everything())
        .doesNotContain("uid-gone", gone.email(), gone.publicId())
        .contains("uid-stays", "uid-stays@kookmin.ac.kr", "family-of-another");
  }

  @Test
  void signsOutWhomADeletionThatFailedHalfWayLeftSignedIn() {
    gone.signIn("phone", LATER).signIn("tablet", LATER).leave();
    assertThat(deliver(gone.removal())).isEqualTo(DONE);
    assertThat(bans()).containsExactlyInAnyOrder("family#phone", "family#tablet");
  }

  @Test
  void refusesTheTokensOfTheOriginalWhereTheyAreAccepted() {
    gone.leave();
    Map<String, String> migrating = new HashMap<>(environment());
    migrating.put("LEGACY_TOKENS", "true");
    assertThat(deliver(migrating, WorkJson.write(gone.removal()))).isEqualTo(DONE);
    assertThat(bans()).containsExactly("original");
  }

  @Test
  void doesNothingTwice() {
    gone.leave();
    String message = WorkJson.write(gone.removal());
    assertThat(deliver(environment(), message, message)).isEqualTo(DONE);
    assertThat(everything()).doesNotContain("uid-gone");
  }

  @Test
  void doesNotHarmALaterAccountOfTheSamePerson() {
    gone.leave();
    deliver(gone.removal());
    gone.signUp().signIn("phone", LATER);
    assertThat(deliver(gone.removal())).isEqualTo(DONE);
    assertThat(everything()).contains("user#uid-gone", "phone");
    assertThat(bans()).isEmpty();
  }

  @Test
  void leavesAnAccountAloneThatNobodyDeleted() {
    gone.signIn("phone", LATER);
    RemoveMember never = new RemoveMember("uid-gone", gone.publicId(), "never");
    assertThat(deliver(never)).isEqualTo(DONE);
    assertThat(everything()).contains("user#uid-gone", "phone");
  }

  @Test
  void sendsBackWhatItCannotRead() {
    gone.leave();
    assertThat(deliver(environment(), "poison", WorkJson.write(gone.removal())))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m0\"}]}");
    assertThat(everything()).doesNotContain("uid-gone");
  }

  private static List<String> bans() {
    return new BanTable(STACK.dynamodb(), STACK.table("BanTable"))
        .live(MemberKey.of("uid-gone"), Instant.now()).stream().map(ban -> ban.name()).toList();
  }

  private static String everything() {
    return Departed.everything(STACK, TABLES);
  }

  private static Map<String, String> environment() {
    return STACK.environment("RemovalFunction");
  }

  private static String deliver(RemoveMember removal) {
    return deliver(environment(), WorkJson.write(removal));
  }

  private static String deliver(Map<String, String> environment, String... bodies) {
    List<SQSMessage> messages = new ArrayList<>();
    for (String body : bodies) {
      SQSMessage message = new SQSMessage();
      message.setMessageId("m" + messages.size());
      message.setBody(body);
      messages.add(message);
    }
    SQSEvent event = new SQSEvent();
    event.setRecords(messages);
    return LambdaJson.write(new RemovalHandler(environment).handleRequest(event, null));
  }
}
