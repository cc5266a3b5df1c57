package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Stack;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class StrictLimitTest {

  // Valkey is shared with other classes, which empty the buckets of theirs.
  private static final String UID = "strict-owner";
  private static final String EMAIL = "one@kookmin.ac.kr";

  @RegisterExtension
  static final Stack STACK = Firebase.stack("UserTable", "KeyTable", "NonceTable").withValkey();

  @Test
  @DisplayName("D-S13: strict mode limits by account, and a stranger cannot lock the owner out")
  void dS13_limitsSignInByAccount() throws IOException {
    Firebase firebase = Firebase.shared();
    firebase.publish(STACK);
    App app = new App(STACK);
    for (int guess = 0; guess < 20; guess++) {
      String foreign = firebase.goodToken("uid-2", EMAIL);
      assertThat(signIn(foreign).send(app).code()).isEqualTo("J001");
    }
    String own = firebase.goodToken(UID, EMAIL);
    for (int turn = 0; turn < 10; turn++) {
      assertThat(signIn(own).send(app).code()).isEqualTo("C003");
    }
    assertThat(signIn(own).send(app).code()).isEqualTo("C007");
  }

  @Test
  @DisplayName("F-1: in strict mode a sign-up without proof counts against nobody's account")
  void f1_aSignUpWithoutProofLocksNobodyOut() throws IOException {
    Firebase firebase = Firebase.shared();
    firebase.publish(STACK);
    App app = new App(STACK);
    String foreign = firebase.goodToken("uid-2", "new@kookmin.ac.kr");
    for (int guess = 0; guess < 20; guess++) {
      assertThat(signUp(foreign).send(app).code()).isEqualTo("J001");
    }
    String own = firebase.goodToken("strict-new", "new@kookmin.ac.kr");
    assertThat(signUp(own).send(app).status()).isEqualTo(201);
  }

  private static StrictRequest signUp(String token) {
    return StrictRequest.signUp("strict-new", "new@kookmin.ac.kr").token(token);
  }

  private static StrictRequest signIn(String token) {
    return StrictRequest.signIn(UID, EMAIL).token(token);
  }
}
