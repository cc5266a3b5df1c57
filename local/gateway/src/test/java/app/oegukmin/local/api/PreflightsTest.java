package app.oegukmin.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.Api;
import app.oegukmin.template.Cors;
import app.oegukmin.template.MethodThrottle;
import app.oegukmin.template.Throttle;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Preflights against aws §0 #1 and §2 #23. */
class PreflightsTest {

  private TestApi api;

  @BeforeEach
  void start() throws IOException {
    Cors cors = new Cors("*", Optional.empty(), Optional.of("Authorization"), Optional.of("7200"));
    Api.Stage stage =
        new Api.Stage(
            "live",
            Map.of(),
            List.of(new MethodThrottle("/own", "OPTIONS", new Throttle(1, 1))),
            List.of());
    api =
        new TestApi(
            new Api(
                stage,
                Api.KeySource.AUTHORIZER,
                List.of(
                    TestApi.route("GET", "/item/{id}", "Member"),
                    TestApi.route("DELETE", "/item/{id}", "Member"),
                    TestApi.route("OPTIONS", "/own", null)),
                List.of(TestApi.authorizer("Member")),
                Optional.of(cors),
                List.of(),
                List.of()));
  }

  @AfterEach
  void stop() throws IOException {
    api.close();
  }

  private RawHttp.Response options(String target) throws IOException {
    return api.http().send("OPTIONS", target, new byte[0], "Origin: https://example.com");
  }

  @Test
  @DisplayName("§2 #23 (V) OPTIONS → 200 with the CORS headers, no authorizer, no function")
  void answersByItself() throws IOException {
    RawHttp.Response response = options("/item/7");
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("{}\n");
    assertThat(response.all("Access-Control-Allow-Origin")).containsExactly("*");
    assertThat(response.all("Access-Control-Allow-Methods")).containsExactly("DELETE,GET,OPTIONS");
    assertThat(response.all("Access-Control-Allow-Headers")).containsExactly("Authorization");
    assertThat(response.all("Access-Control-Max-Age")).containsExactly("7200");
    assertThat(response.all("Content-Type")).containsExactly("application/json");
    assertThat(response.all("x-amzn-RequestId")).hasSize(1);
    assertThat(api.event("MemberAuth")).isNull();
    assertThat(api.event("Answer")).isNull();
  }

  @Test
  @DisplayName("§2 #23 (V) a path with an OPTIONS method of its own keeps it, and its throttle")
  void leavesAMethodOfItsOwnAlone() throws IOException {
    assertThat(options("/own").all("Access-Control-Allow-Origin")).isEmpty();
    assertThat(api.event("Answer")).isNotNull();
    assertThat(options("/own").status()).isEqualTo(429);
  }

  @Test
  @DisplayName("§2 #1 (S) OPTIONS of a path that does not exist → 403")
  void knowsNoOtherPath() throws IOException {
    assertThat(options("/nowhere").status()).isEqualTo(403);
  }
}
