package app.oegukmin.shared.member;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class MemberTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable");

  private static final Map<String, String> ACCOUNT =
      Map.of(
          "key", "user#uid-1",
          "id", "uid-1",
          "publicId", "public-1",
          "email", "one@kookmin.ac.kr",
          "name", "린",
          "country", "Vietnam",
          "major", "소프트웨어학부",
          "role", "ROLE_USER");

  private MemberTable members;

  @BeforeEach
  void put() {
    members = new MemberTable(STACK.dynamodb(), STACK.table("UserTable"));
    Items.put(STACK, "UserTable", ACCOUNT);
    Items.put(STACK, "UserTable", Map.of("key", "public#public-1", "id", "uid-1"));
  }

  @Test
  void findsAMemberByEitherId() {
    Member member = new Member("uid-1", "public-1", "린", "Vietnam", "소프트웨어학부", "ROLE_USER");
    assertThat(members.find("uid-1")).contains(member);
    assertThat(members.findPublic("public-1")).contains(member);
  }

  @Test
  @DisplayName("D-S1: a real id is no public id")
  void dS1_aRealIdFindsNobodyAmongPublicIds() {
    assertThat(members.findPublic("uid-1")).isEmpty();
    assertThat(members.find("public-1")).isEmpty();
  }

  @Test
  void findsNobodyWhoIsDeleted() {
    Map<String, String> deleted = new HashMap<>(ACCOUNT);
    deleted.put("deletedDate", "2026-11-20T09:00:00");
    Items.put(STACK, "UserTable", deleted);
    assertThat(members.find("uid-1")).isEmpty();
    assertThat(members.findPublic("public-1")).isEmpty();
  }

  @Test
  void showsNoPersonalDataInItsText() {
    assertThat(members.find("uid-1").orElseThrow().toString()).doesNotContain("uid-1", "린");
  }
}
