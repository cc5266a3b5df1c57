package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class SignInLimitTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable", "KeyTable").withValkey();

  @Test
  @DisplayName("D-S13: an account's e-mail cannot be guessed, from however many addresses")
  void dS13_limitsSignInByAccount() {
    App app = new App(STACK);
    for (int guess = 0; guess < 10; guess++) {
      assertThat(app.signIn("uid-1", guess + "@kookmin.ac.kr").code()).isEqualTo("C003");
    }
    App.Response refused = app.signIn("uid-1", "one@kookmin.ac.kr");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("C007");
    assertThat(app.signIn("uid-2", "one@kookmin.ac.kr").code()).isEqualTo("C003");
  }

  @Test
  @DisplayName("F-1: once the guesses of an account are used up, sign-up refuses the right one too")
  void f1_limitsSignUpByAccount() {
    App app = new App(STACK);
    assertThat(app.signUp(App.student("guessed-up", "right@kookmin.ac.kr")).status())
        .isEqualTo(201);
    for (int guess = 1; guess < 10; guess++) {
      assertThat(app.signUp(App.student("guessed-up", guess + "@kookmin.ac.kr")).code())
          .isEqualTo("U001");
    }
    App.Response refused = app.signUp(App.student("guessed-up", "right@kookmin.ac.kr"));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("C007");
    assertThat(app.signIn("guessed-up", "right@kookmin.ac.kr").code()).isEqualTo("C007");
  }

  @Test
  @DisplayName("F-1: repeating one's own sign-up stays 201, as long as guesses are left")
  void f1_repeatsASignUp() {
    App app = new App(STACK);
    String body = App.student("repeated-up", "four@kookmin.ac.kr");
    assertThat(app.signUp(body).status()).isEqualTo(201);
    assertThat(app.signUp(body).status()).isEqualTo(201);
  }
}
