package app.oegukmin.shared.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.audit.Deed.Kind;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("process")
class AuditTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("AuditTable");

  private static final Instant NOW = Instant.parse("2026-05-01T09:00:00Z");

  private final AuditTable audit = new AuditTable(STACK.dynamodb(), STACK.table("AuditTable"));

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void notesADeedWithItsReasonForAYear() {
    note(new Deed(Kind.HIDE, "answer#9", Optional.of("spam")));

    Map<String, AttributeValue> row = Items.all(STACK, "AuditTable").getFirst();
    assertThat(row)
        .containsEntry("administrator", AttributeValue.fromS(MemberKey.of("admin")))
        .containsEntry("action", AttributeValue.fromS("hide"))
        .containsEntry("post", AttributeValue.fromS("answer#9"))
        .containsEntry("reason", AttributeValue.fromS("spam"))
        .containsEntry(
            "expires", AttributeValue.fromN(Long.toString(NOW.getEpochSecond() + 31_536_000)))
        .doesNotContainKey("member");
    assertThat(row.get("event").s()).startsWith(NOW + "#");
  }

  @Test
  void deedsOfOneMomentHaveARowEach() {
    note(Deed.of(Kind.ERASE, "faq#2"));
    note(Deed.of(Kind.ERASE, "faq#2"));
    audit.tokens("admin", "member", NOW);

    assertThat(Items.all(STACK, "AuditTable"))
        .hasSize(3)
        .extracting(row -> row.get("action").s())
        .containsExactlyInAnyOrder("erase", "erase", "tokens");
  }

  private void note(Deed deed) {
    Transaction transaction = new Transaction(STACK.dynamodb());
    audit.note(transaction, "admin", deed, NOW);
    transaction.write();
  }
}
