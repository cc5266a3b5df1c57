package app.oegukmin.help;

import static app.oegukmin.help.HelpBoard.GUEST;
import static app.oegukmin.help.HelpBoard.body;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Round trips to the stores by route, however much a page holds. */
@Tag("process")
class HelpCostTest {

  @RegisterExtension static final Stack STACK = Stack.of(HelpBoard.TABLES).withValkey();

  private HelpBoard board;

  @BeforeEach
  void begin() {
    STACK.clear();
    board = new HelpBoard(STACK).join("anna", "bori");
    // Few enough for one packet: Valkey counts what it reads.
    for (int i = 0; i < 12; i++) {
      board.write(i % 2 == 0 ? "anna" : "bori", "글 " + i, 0);
    }
  }

  @Test
  void aNewArticleTakesFour() {
    assertThat(trips(() -> board.create("anna", body("새 글", "글", 1)))).isEqualTo(4);
  }

  @Test
  void aListTakesTwoOnAHitAndSixOnAMiss() {
    assertThat(trips(() -> board.list("bori"))).isEqualTo(6);
    assertThat(trips(() -> board.list("bori"))).isEqualTo(2);
    assertThat(trips(() -> board.list(GUEST))).isEqualTo(1);
  }

  @Test
  void soDoesAListOfASide() {
    assertThat(trips(() -> board.list("bori", 0, ",\"isHelper\":false"))).isEqualTo(6);
    assertThat(trips(() -> board.list("bori", 0, ",\"isHelper\":false"))).isEqualTo(2);
  }

  @Test
  void theOwnArticlesNeedNoBlocks() {
    assertThat(trips(() -> board.list("bori", 0, ",\"isMine\":\"bori\""))).isEqualTo(5);
    assertThat(trips(() -> board.list("bori", 0, ",\"isMine\":\"bori\""))).isEqualTo(1);
    assertThat(trips(() -> board.list("bori", 0, ",\"isMine\":\"public-anna\""))).isEqualTo(5);
  }

  @Test
  void anArticleTakesOneOnAHitAndFourOnAMiss() {
    long id = board.write("anna", "하나", 0);

    assertThat(trips(() -> board.read("bori", id))).isEqualTo(4);
    assertThat(trips(() -> board.read("bori", id))).isEqualTo(1);
  }

  private static long trips(Runnable call) {
    AwsCalls.forget();
    long before = STACK.valkeyRequests();
    call.run();
    // The second look at the counter is a request of its own.
    return AwsCalls.operations().size() + STACK.valkeyRequests() - before - 1;
  }
}
