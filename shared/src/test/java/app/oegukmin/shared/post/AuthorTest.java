package app.oegukmin.shared.post;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.member.Member;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuthorTest {

  private static final Author LINH =
      Author.of(new Member("uid1", "public1", "Linh", "Vietnam", "CS", Member.USER));

  @Test
  @DisplayName("D-S1: only the author sees the own Firebase uid, everybody else the public id")
  void dS1_showsTheUidToItsOwnerAlone() {
    assertThat(LINH.uuidFor(Optional.of("uid1"))).isEqualTo("uid1");
    assertThat(LINH.uuidFor(Optional.of("uid2"))).isEqualTo("public1");
    assertThat(LINH.uuidFor(Optional.empty())).isEqualTo("public1");
    assertThat(LINH.toString()).isEqualTo("Author[public1]");
  }

  @Test
  void nobodyOwnsWhatOneHasWrittenWhoHasLeft() {
    assertThat(Author.LEFT.is("left")).isFalse();
    assertThat(Author.LEFT.uuidFor(Optional.of("left"))).isEqualTo("left");
    assertThat(Author.LEFT.author()).isEqualTo("(탈퇴한 회원)");
    assertThat(Author.LEFT.country()).isEmpty();
  }
}
