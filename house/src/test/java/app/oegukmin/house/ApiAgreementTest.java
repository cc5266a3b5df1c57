package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.Api;
import app.oegukmin.template.Cors;
import app.oegukmin.template.GatewayResponse;
import app.oegukmin.template.Route;
import app.oegukmin.template.Template;
import app.oegukmin.template.UsagePlan;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What template.yaml says of the gateway fits together. */
class ApiAgreementTest {

  /** Nobody honest meets the valve of a whole tier. */
  private static final int LEAST_RATE = 500;

  private static Template template;
  private static Api api;

  @BeforeAll
  static void read() throws IOException {
    template = Repository.template();
    api = template.api().orElseThrow();
  }

  @Test
  void aMethodDemandsAKeyWhereAnAuthorizerCanNameOne() {
    assertThat(api.keySource()).isEqualTo(Api.KeySource.AUTHORIZER);
    for (Route route : api.routes()) {
      assertThat(route.apiKeyRequired()).as(route.path()).isEqualTo(route.authorizer().isPresent());
    }
  }

  @Test
  void theAuthorizersNameTheKeysOfThePlans() {
    List<String> keys =
        api.stage().plans().stream()
            .flatMap(plan -> plan.keys().stream())
            .map(UsagePlan.Key::value)
            .toList();
    for (var authorizer : api.authorizers()) {
      Map<String, String> variables = template.function(authorizer.function()).environment();
      assertThat(keys)
          .containsExactlyInAnyOrder(
              variables.get("MEMBER_PLAN_KEY"), variables.get("GUEST_PLAN_KEY"));
    }
    assertThat(keys).contains(template.outputs().get("GuestPlanKey"));
  }

  @Test
  void picturesArriveByteForByte() {
    assertThat(api.binaryMediaTypes()).containsExactly("multipart/form-data");
  }

  /** What WAF tells by a number that it cannot compare: whether Lambda takes a body in Base64. */
  @Test
  void theFirewallKnowsWhatIsTooLargeForLambda() {
    Matcher rule =
        Pattern.compile("RegexString: '(\\^0\\*.*)'")
            .matcher(Repository.read(Repository.ROOT.resolve("template.yaml")));
    assertThat(rule.find()).isTrue();
    Pattern tooLarge = Pattern.compile(rule.group(1));
    for (int bytes : List.of(0, 9, 470_000, 999_999, 1_000_000, 4_699_999)) {
      assertThat(String.valueOf(bytes)).doesNotMatch(tooLarge);
      assertThat(bytes / 3 * 4)
          .as("with the rest of an event")
          .isLessThan(6 * 1024 * 1024 - 20_000);
    }
    for (long bytes : List.of(4_700_000L, 5_000_000L, 9_999_999L, 10_000_000L, 123_456_789_012L)) {
      assertThat(String.valueOf(bytes)).matches(tooLarge);
    }
  }

  @Test
  void noHonestCallerMeetsAThrottle() {
    assertThat(api.stage().plans()).hasSize(2);
    for (UsagePlan plan : api.stage().plans()) {
      assertThat(plan.throttle().orElseThrow().rate()).isGreaterThanOrEqualTo(LEAST_RATE);
      assertThat(plan.throttle().orElseThrow().burst()).isGreaterThanOrEqualTo(LEAST_RATE);
      assertThat(plan.requestsPerDay()).isEmpty();
    }
    for (Route route : api.routes()) {
      assertThat(api.stage().throttles())
          .as(route.path())
          .anyMatch(
              throttle -> throttle.covers(route) && throttle.throttle().burst() >= LEAST_RATE);
    }
  }

  @Test
  void everyAnswerOfTheGatewayIsInTheEnvelopeAndReadableFromAnyOrigin() throws IOException {
    assertThat(api.cors().map(Cors::origin)).contains("*");
    assertThat(api.gatewayResponses())
        .extracting(GatewayResponse::type)
        .contains("DEFAULT_4XX", "DEFAULT_5XX", "INVALID_API_KEY", "THROTTLED", "QUOTA_EXCEEDED");
    for (GatewayResponse response : api.gatewayResponses()) {
      assertThat(response.headers())
          .as(response.type())
          .containsEntry("Access-Control-Allow-Origin", "'*'");
      JsonNode body = new ObjectMapper().readTree(response.templates().get("application/json"));
      assertThat(body.path("success").toString()).as(response.type()).isEqualTo("false");
      assertThat(body.path("message").asText()).as(response.type()).isNotBlank();
    }
  }
}
