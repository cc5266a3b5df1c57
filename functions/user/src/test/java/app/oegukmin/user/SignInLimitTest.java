package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignInLimitTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable", "KeyTable").withValkey();

  @Test
  @DisplayName("D-S13: an account's e-mail cannot be guessed, from however many addresses")
  void dS13_limitsSignInByAccount() {
    App app = new App(STACK);
    for (int guess = 0; guess < 10; guess++) {
      assertThat(app.signIn("uid-1", guess + "@kookmin.ac.kr").code()).isEqualTo("C003");
    }
    App.Answer refused = app.signIn("uid-1", "one@kookmin.ac.kr");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("C007");
    assertThat(app.signIn("uid-2", "one@kookmin.ac.kr").code()).isEqualTo("C003");
  }
}
