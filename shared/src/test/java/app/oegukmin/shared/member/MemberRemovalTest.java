package app.oegukmin.shared.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberRemovalTest {

  private static final MemberRemoval REMOVAL =
      new MemberRemoval("uid-1", "public-1", "2026-11-20T09:00:00");

  @Test
  void readsWhatItWrote() {
    assertThat(MemberRemoval.parse(REMOVAL.json())).isEqualTo(REMOVAL);
  }

  @Test
  void carriesVersionAndIdempotencyKey() {
    assertThat(REMOVAL.json())
        .isEqualTo(
            "{\"v\":1,\"key\":\"public-1:2026-11-20T09:00:00\",\"id\":\"uid-1\","
                + "\"publicId\":\"public-1\",\"deletedDate\":\"2026-11-20T09:00:00\"}");
  }

  @Test
  void doesNotShowTheRealId() {
    assertThat(REMOVAL.toString()).doesNotContain("uid-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "poison",
        "[]",
        "{\"v\":2,\"id\":\"a\",\"publicId\":\"b\",\"deletedDate\":\"c\"}",
        "{\"v\":1,\"publicId\":\"b\",\"deletedDate\":\"c\"}",
        "{\"v\":1,\"id\":\"a\",\"deletedDate\":\"c\"}",
        "{\"v\":1,\"id\":\"a\",\"publicId\":\"b\"}"
      })
  void refusesWhatIsNoRemoval(String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> MemberRemoval.parse(message));
  }
}
