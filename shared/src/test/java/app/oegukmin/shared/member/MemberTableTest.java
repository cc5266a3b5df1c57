package app.oegukmin.shared.member;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.dynamo.Item;
import app.oegukmin.testkit.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MemberTableTest {

  @RegisterExtension static final Stack STACK = Stack.of("UserTable");

  private static final Item ACCOUNT =
      Item.empty()
          .with("key", "user#uid-1")
          .with("id", "uid-1")
          .with("publicId", "public-1")
          .with("email", "one@kookmin.ac.kr")
          .with("name", "린")
          .with("country", "Vietnam")
          .with("major", "소프트웨어학부")
          .with("role", "ROLE_USER");

  private MemberTable members;

  @BeforeEach
  void put() {
    members = new MemberTable(STACK.dynamodb(), STACK.table("UserTable"));
    put(ACCOUNT);
    put(Item.empty().with("key", "public#public-1").with("id", "uid-1"));
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
    put(ACCOUNT.with("deletedDate", "2026-11-20T09:00:00"));
    assertThat(members.find("uid-1")).isEmpty();
    assertThat(members.findPublic("public-1")).isEmpty();
  }

  @Test
  void showsNoPersonalDataInItsText() {
    assertThat(members.find("uid-1").orElseThrow().toString()).doesNotContain("uid-1", "린");
  }

  private static void put(Item item) {
    STACK
        .dynamodb()
        .putItem(request -> request.tableName(STACK.table("UserTable")).item(item.attributes()));
  }
}
