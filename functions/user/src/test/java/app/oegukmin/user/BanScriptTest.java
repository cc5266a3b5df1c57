package app.oegukmin.user;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** F-10: what scripts/ban-member.sh puts into the table is what the functions read there. */
@Tag("process")
class BanScriptTest {

  @RegisterExtension static final Stack STACK = Stack.of("BanTable");

  /** Stands in for the AWS CLI: notes each item that is put. */
  private static final String AWS =
      """
      #!/bin/sh
      case $2 in
        put-item) echo "$6" >>"$ITEMS" ;;
        get-item) echo uid-of-e-mail ;;
        *) echo table ;;
      esac
      """;

  @TempDir Path directory;

  private Bans bans;

  @BeforeEach
  void install() throws IOException {
    STACK.clear();
    Path aws = Files.writeString(directory.resolve("aws"), AWS);
    Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwxr-xr-x"));
    BanTable table = new BanTable(STACK.dynamodb(), STACK.table("BanTable"));
    bans = new Bans(table, Optional.empty(), Clock.systemUTC());
  }

  @Test
  @DisplayName("F-10: it bans what the member was issued, and nothing later")
  void f10_bansAMember() throws Exception {
    run("stack", "uid-1");
    assertThat(bans.hit(token("uid-1", Instant.now()))).isTrue();
    assertThat(bans.hit(token("uid-1", Instant.now().plusSeconds(10)))).isFalse();
    assertThat(bans.hit(token("uid-2", Instant.now()))).isFalse();
  }

  @Test
  @DisplayName("F-10: with days it keeps the member out, who may be named by e-mail")
  void f10_keepsAMemberOut() throws Exception {
    run("stack", "One@kookmin.ac.kr", "7");
    assertThat(bans.hit(token("uid-of-e-mail", Instant.now().plusSeconds(10)))).isTrue();
  }

  private void run(String... arguments) throws Exception {
    Path items = directory.resolve("items");
    Path script = Path.of(System.getProperty("project.root"), "scripts", "ban-member.sh");
    ProcessBuilder builder = new ProcessBuilder(script.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().merge("PATH", directory.toString(), (path, ours) -> ours + ":" + path);
    builder.environment().put("ITEMS", items.toString());
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    for (String line : Files.readAllLines(items)) {
      STACK.dynamodb().putItem(r -> r.tableName(STACK.table("BanTable")).item(item(line)));
    }
  }

  private static Map<String, AttributeValue> item(String line) {
    Map<String, Object> item = new HashMap<>();
    try {
      for (Map.Entry<String, JsonNode> each : Json.MAPPER.readTree(line).properties()) {
        JsonNode value = each.getValue();
        item.put(
            each.getKey(),
            value.has("S") ? value.path("S").asText() : (Object) value.path("N").asLong());
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Items.item(item);
  }

  private static AccessToken token(String member, Instant issued) {
    Instant until = issued.plusSeconds(600);
    return new AccessToken("t1", member, "ROLE_USER", false, Optional.of("f1"), issued, until);
  }
}
