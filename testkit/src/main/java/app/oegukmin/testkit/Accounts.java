package app.oegukmin.testkit;

import java.util.Map;

/** Accounts of members, as signing up makes them. */
public final class Accounts {

  private Accounts() {}

  /** Gives some members accounts, whose public ids are {@code public-<uid>}. */
  public static void join(Stack stack, String... uids) {
    for (String uid : uids) {
      Items.put(
          stack,
          "UserTable",
          Map.of(
              "key",
              "user#" + uid,
              "id",
              uid,
              "publicId",
              "public-" + uid,
              "name",
              "이름 " + uid,
              "country",
              "Vietnam",
              "major",
              "소프트웨어학부",
              "role",
              "ROLE_USER"));
      Items.put(stack, "UserTable", Map.of("key", "public#public-" + uid, "id", uid));
    }
  }
}
