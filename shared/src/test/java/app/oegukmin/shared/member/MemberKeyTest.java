package app.oegukmin.shared.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemberKeyTest {

  @Test
  void isTheHashThatEveryToolMakes() {
    // printf %s uid-1 | openssl dgst -sha256 -binary | openssl base64 | tr '+/' '-_' | tr -d '='
    assertThat(MemberKey.of("uid-1")).isEqualTo("Skms-Ka9cncoSV0eVBqECJj8w2dHzc256OaO_8YrsVw");
  }

  @Test
  void meansNothingInAKeyOfValkey() {
    assertThat(MemberKey.of("a}\r\nb{ token#t9")).matches("[A-Za-z0-9_-]{43}");
  }
}
