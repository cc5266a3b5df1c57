package app.oegukmin.authorizer;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.LambdaJson;
import com.amazonaws.services.lambda.runtime.events.APIGatewayCustomAuthorizerEvent;
import com.amazonaws.services.lambda.runtime.events.IamPolicyResponseV1;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader sees what the library's class sees, and its response is the library's. */
class AuthorizerEventTest {

  /** The whole stage, because a path can be longer than a policy may be (F-6). */
  private static final String ALL = "arn:aws:execute-api:ap-northeast-2:000000000000:local/live/*";

  private static final Map<String, String> CONTEXT = Map.of("userId", "uid-1", "tier", "member");

  @ParameterizedTest
  @ValueSource(strings = {"memberauthorizer", "guestauthorizer"})
  void readsWhatTheLibraryReads(String name) throws IOException {
    String json = recorded(name);
    AuthorizerEvent ours = read(json);
    var theirs = LambdaJson.read(json, APIGatewayCustomAuthorizerEvent.class);
    assertThat(ours.method()).isEqualTo(theirs.getHttpMethod()).isNotBlank();
    assertThat(ours.resource()).isEqualTo(theirs.getResource()).isNotBlank();
    assertThat(ours.sourceIp())
        .isEqualTo(theirs.getRequestContext().getIdentity().getSourceIp())
        .isNotBlank();
    assertThat(ours.authorization())
        .isEqualTo(Optional.ofNullable(theirs.getHeaders().get("Authorization")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memberauthorizer", "guestauthorizer"})
  void admitsAsTheLibraryAdmits(String name) throws IOException {
    String json = recorded(name);
    Verdict verdict = new Verdict(true, "uid-1", CONTEXT, Optional.of("member-key"));
    assertThat(ours(json, verdict))
        .isEqualTo(theirs("uid-1", IamPolicyResponseV1.allowStatement(ALL), "member-key"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memberauthorizer", "guestauthorizer"})
  void deniesAsTheLibraryDenies(String name) throws IOException {
    String json = recorded(name);
    Verdict verdict = new Verdict(false, "guest", CONTEXT, Optional.empty());
    assertThat(ours(json, verdict))
        .isEqualTo(theirs("guest", IamPolicyResponseV1.denyStatement(ALL), null));
  }

  private static JsonNode ours(String event, Verdict verdict) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    read(event).answer(verdict, response);
    return Json.MAPPER.readTree(response.toByteArray());
  }

  private static JsonNode theirs(
      String principal, IamPolicyResponseV1.Statement statement, String planKey)
      throws IOException {
    IamPolicyResponseV1 response =
        IamPolicyResponseV1.builder()
            .withPrincipalId(principal)
            .withPolicyDocument(
                IamPolicyResponseV1.PolicyDocument.builder()
                    .withVersion(IamPolicyResponseV1.VERSION_2012_10_17)
                    .withStatement(List.of(statement))
                    .build())
            .withContext(Map.copyOf(CONTEXT))
            .withUsageIdentifierKey(planKey)
            .build();
    return plain(Json.MAPPER.readTree(LambdaJson.write(response)));
  }

  /** Without what says nothing: absent conditions and keys, a list of one resource. */
  private static JsonNode plain(JsonNode response) {
    ObjectNode statement = (ObjectNode) response.at("/policyDocument/Statement/0");
    assertThat(statement.path("Condition")).isEmpty();
    statement.remove("Condition");
    assertThat(statement.path("Resource")).hasSize(1);
    statement.set("Resource", statement.path("Resource").get(0));
    if (response.path("usageIdentifierKey").isNull()) {
      ((ObjectNode) response).remove("usageIdentifierKey");
    }
    return response;
  }

  private static AuthorizerEvent read(String json) throws IOException {
    return AuthorizerEvent.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static String recorded(String name) throws IOException {
    return Files.readString(Path.of(System.getProperty("project.root"), "events", name + ".json"));
  }
}
