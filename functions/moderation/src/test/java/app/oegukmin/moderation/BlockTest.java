package app.oegukmin.moderation;

import static app.oegukmin.moderation.ModerationDesk.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class BlockTest {

  @RegisterExtension static final Stack STACK = Stack.of(ModerationDesk.TABLES).withValkey();

  private ModerationDesk desk;

  @BeforeEach
  void begin() {
    STACK.clear();
    desk = new ModerationDesk(STACK).join("anna", "bori", "chan");
  }

  @Test
  @DisplayName("D-S1: members are blocked by their public ids, and nothing shows their uids")
  void dS1_blocksByPublicId() {
    assertThat(desk.block("anna", "public-bori").content().asInt()).isEqualTo(200);
    desk.block("anna", "public-bori");
    desk.block("anna", "public-chan");
    desk.block("bori", "public-anna");

    assertThat(blocked("anna")).containsExactlyInAnyOrder("public-bori", "public-chan");
    assertThat(blocked("chan")).isEmpty();
    assertThat(desk.blocks("anna").body().toString())
        .doesNotContain("\"bori\"", MemberKey.of("bori"));
    assertThat(Items.all(STACK, "BlockTable"))
        .hasSize(3)
        .anySatisfy(row -> assertThat(row.get("blocked").s()).isEqualTo(MemberKey.of("bori")));
  }

  @Test
  void endsABlockAndAsOftenAsOneLikes() {
    desk.block("anna", "public-bori");
    desk.block("chan", "public-bori");

    assertThat(desk.unblock("anna", "public-bori").content().asInt()).isEqualTo(200);
    assertThat(desk.unblock("anna", "public-bori").status()).isEqualTo(200);
    assertThat(blocked("anna")).isEmpty();
    assertThat(blocked("chan")).containsExactly("public-bori");
  }

  @Test
  @DisplayName("D-S1: a real uid finds nobody")
  void dS1_knowsNobodyByUid() {
    assertThat(desk.block("anna", "bori").refusal()).isEqualTo("400 C003");
    assertThat(desk.block("anna", "nobody").refusal()).isEqualTo("400 C003");
    assertThat(desk.block("anna", "public-anna").refusal()).isEqualTo("400 C001");
    assertThat(Items.all(STACK, "BlockTable")).isEmpty();
  }

  @Test
  void guestsBlockNobody() {
    assertThat(desk.block(GUEST, "public-bori").refusal()).isEqualTo("401 J001");
    assertThat(desk.unblock(GUEST, "public-bori").refusal()).isEqualTo("401 J001");
    assertThat(desk.blocks(GUEST).refusal()).isEqualTo("401 J001");
  }

  private List<String> blocked(String uid) {
    return desk.blocks(uid).content().path("blockList").findValuesAsText("userId");
  }
}
