package app.oegukmin.removal;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.work.RemoveMember;
import app.oegukmin.shared.work.WorkJson;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.LambdaJson;
import app.oegukmin.testkit.Stack;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class RemovalHandlerTest {

  @RegisterExtension static final Stack STACK = MemberResources.stack();

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
  @DisplayName("F-5: help articles stay, and no longer name the member")
  void f5_leavesHelpArticlesToNobody() {
    gone.writeHelp(3);
    new Departed(STACK, "uid-stays").writeHelp(4);
    gone.leave();

    assertThat(deliver(gone.removal())).isEqualTo(DONE);
    assertThat(Departed.everything(STACK, "HelpTable"))
        .doesNotContain("uid-gone", gone.publicId(), MemberKey.of("uid-gone"))
        .contains("글 3", "(탈퇴한 회원)", "글 4", "public-of-uid-stays");
  }

  @Test
  @DisplayName("F-5: no block is left, neither the member's own nor of the member")
  void f5_deletesBlocks() {
    Departed stays = new Departed(STACK, "uid-stays");
    gone.block(stays).leave();
    stays.block(gone).block(new Departed(STACK, "uid-other"));

    assertThat(deliver(gone.removal())).isEqualTo(DONE);
    assertThat(Items.all(STACK, "BlockTable"))
        .extracting(row -> row.get("uuid").s())
        .containsExactly("public-of-uid-other");
  }

  @Test
  @DisplayName("F-5: the member's reports go, and those about the member's posts name nobody")
  void f5_leavesReportsWithoutTheMember() {
    Departed stays = new Departed(STACK, "uid-stays");
    gone.report("question#7", stays).leave();
    stays.report("question#8", gone).report("question#9", new Departed(STACK, "uid-other"));

    assertThat(deliver(gone.removal())).isEqualTo(DONE);
    assertThat(Items.all(STACK, "ReportTable"))
        .extracting(row -> row.get("post").s() + " of " + row.get("uuid").s())
        .containsExactlyInAnyOrder("question#8 of left", "question#9 of public-of-uid-other");
    assertThat(everything()).doesNotContain(MemberKey.of("uid-gone"));
  }

  @Test
  @DisplayName("F-5: phones, connections and tickets go at once, not when they expire")
  void f5_leavesNothingThatExpires() {
    Departed stays = new Departed(STACK, "uid-stays");
    gone.connect().leave();
    stays.connect();
    assertThat(everything()).contains("phone of uid-gone", MemberKey.of("uid-gone"));

    assertThat(deliver(gone.removal())).isEqualTo(DONE);
    assertThat(everything())
        .doesNotContain("uid-gone", MemberKey.of("uid-gone"))
        .contains("phone of uid-stays");
    assertThat(Items.all(STACK, "TicketTable")).hasSize(1);
    assertThat(Items.all(STACK, "ConnectionTable")).hasSize(1);
  }

  @Test
  @DisplayName("F-12: a member with many sessions is removed whole")
  void f12_removesManySessions() {
    for (int device = 0; device < 250; device++) {
      gone.signIn("device-" + device, LATER);
    }
    gone.leave();
    assertThat(deliver(gone.removal())).isEqualTo(DONE);
    assertThat(everything()).doesNotContain("uid-gone", "device-").contains("family-of-another");
  }

  @Test
  @DisplayName("F-12: a delivery holds one member, so that one who takes long takes nobody along")
  void f12_takesOneMemberAtATime() throws IOException {
    Path template = Path.of(System.getProperty("project.root"), "template.yaml");
    assertThat(Files.readString(template))
        .containsPattern("Queue: !GetAtt RemovalQueue.Arn\\n +#.*\\n +BatchSize: 1\\n");
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

  private static String everything() {
    return Departed.everything(STACK, MemberResources.TABLES);
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
