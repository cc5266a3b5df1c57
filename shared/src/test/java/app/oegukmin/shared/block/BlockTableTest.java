package app.oegukmin.shared.block;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.dynamo.BatchRead;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Stack;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class BlockTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("BlockTable");

  private static final String BORI = MemberKey.of("bori");
  private static final String CHAN = MemberKey.of("chan");
  private static final String DANA = MemberKey.of("dana");

  private final BlockTable blocks = new BlockTable(STACK.dynamodb(), STACK.table("BlockTable"));

  @BeforeEach
  void clear() {
    STACK.clear();
  }

  @Test
  void tellsWhichOfSomeAuthorsAViewerBlocks() {
    block("anna", BORI);
    block("anna", CHAN);
    block("dana", DANA);

    assertThat(blocked("anna", BORI, DANA, BORI)).containsExactly(BORI);
    assertThat(blocked("bori", BORI, CHAN, DANA)).isEmpty();
  }

  @Test
  void listsWhomAMemberBlocks() {
    block("anna", BORI);
    block("anna", BORI);
    block("anna", CHAN);
    blocks.delete("anna", CHAN);
    blocks.delete("anna", DANA);

    assertThat(blocks.of("anna"))
        .containsExactly(new Block(MemberKey.of("anna"), BORI, "public", "2026-05-01T09:00:00"));
  }

  private void block(String uid, String owner) {
    blocks.put(new Block(MemberKey.of(uid), owner, "public", "2026-05-01T09:00:00"));
  }

  private Set<String> blocked(String viewer, String... owners) {
    BatchRead batch = new BatchRead(STACK.dynamodb());
    blocks.ask(batch, viewer, Stream.of(owners));
    return blocks.in(batch.read());
  }
}
