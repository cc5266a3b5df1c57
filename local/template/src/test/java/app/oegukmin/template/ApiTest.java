package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.template.Api.KeySource;
import app.oegukmin.template.Authorizer.IdentitySource;
import app.oegukmin.template.Authorizer.Place;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {

  private static final String TEMPLATE =
      """
      Globals:
        Api: {BinaryMediaTypes: [image~1png]}
      Resources:
        Api:
          Type: AWS::Serverless::Api
          Properties:
            StageName: v1
            Variables: {color: blue}
            BinaryMediaTypes: [multipart/form-data]
            Auth:
              DefaultAuthorizer: Member
              Authorizers:
                Member:
                  FunctionPayloadType: REQUEST
                  FunctionArn: !GetAtt MemberAuth.Arn
                  Identity: {Headers: [Authorization], ReauthorizeEvery: 0}
                Guest:
                  FunctionPayloadType: REQUEST
                  FunctionArn: !Ref GuestAuth.Alias
            GatewayResponses:
              ACCESS_DENIED:
                StatusCode: 401
                ResponseParameters: {Headers: {Retry-After: context.authorizer.retryAfter}}
                ResponseTemplates: {application/json: '{"success":false}'}
              DEFAULT_5XX: {}
        MemberAuth: {Type: 'AWS::Serverless::Function', Properties: {Handler: M, CodeUri: a}}
        GuestAuth: {Type: 'AWS::Serverless::Function', Properties: {Handler: G, CodeUri: a}}
        User:
          Type: AWS::Serverless::Function
          Properties:
            Handler: U
            CodeUri: u
            Events:
              Me: {Type: Api, Properties: {RestApiId: !Ref Api, Method: get, Path: '/user/{id}'}}
              SignUp:
                Type: Api
                Properties:
                  RestApiId: !Ref Api
                  Method: POST
                  Path: /user/signup
                  TimeoutInMillis: 5000
                  Auth: {Authorizer: Guest, ApiKeyRequired: true}
              Menu:
                Type: Api
                Properties:
                  RestApiId: !Ref Api
                  Method: any
                  Path: /menu
                  Auth: {Authorizer: NONE}
      """;

  private static final Duration GATEWAYS_OWN = Duration.ofSeconds(29);

  private static Api api() {
    return Yaml.read(TEMPLATE).api().orElseThrow();
  }

  @Test
  void readsRoutesWithTheirAuthorizer() {
    assertThat(api().routes())
        .containsExactly(
            new Route("User", "GET", "/user/{id}", Optional.of("Member"), false, GATEWAYS_OWN),
            new Route(
                "User", "POST", "/user/signup", Optional.of("Guest"), true, Duration.ofSeconds(5)),
            new Route("User", "ANY", "/menu", Optional.empty(), false, GATEWAYS_OWN));
    assertThat(Yaml.read(TEMPLATE).function("User").events()).hasSize(3);
  }

  @Test
  void readsAuthorizersByArnAndByAlias() {
    assertThat(api().authorizers())
        .containsExactly(
            new Authorizer(
                "Member",
                "MemberAuth",
                List.of(new IdentitySource(Place.HEADER, "Authorization")),
                Duration.ZERO),
            new Authorizer("Guest", "GuestAuth", List.of(), Duration.ofMinutes(5)));
  }

  @Test
  void readsEveryPlaceOfAnIdentitySource() {
    var yaml =
        TEMPLATE.replace(
            "{Headers: [Authorization], ReauthorizeEvery: 0}",
            "{QueryStrings: [q], StageVariables: [s], Context: [c]}");
    assertThat(Yaml.read(yaml).api().orElseThrow().authorizers().getFirst().identitySources())
        .containsExactly(
            new IdentitySource(Place.QUERY_STRING, "q"),
            new IdentitySource(Place.STAGE_VARIABLE, "s"),
            new IdentitySource(Place.CONTEXT, "c"));
  }

  @Test
  void readsStageGatewayResponsesAndBinaryTypes() {
    assertThat(api().stage())
        .isEqualTo(new Api.Stage("v1", Map.of("color", "blue"), List.of(), List.of()));
    assertThat(api().binaryMediaTypes()).containsExactly("image/png", "multipart/form-data");
    assertThat(api().gatewayResponses())
        .containsExactly(
            new GatewayResponse(
                "ACCESS_DENIED",
                OptionalInt.of(401),
                Map.of("Retry-After", "context.authorizer.retryAfter"),
                Map.of("application/json", "{\"success\":false}")),
            new GatewayResponse("DEFAULT_5XX", OptionalInt.empty(), Map.of(), Map.of()));
  }

  private static Api apiWith(String line) {
    String template = TEMPLATE.replace("StageName: v1", "StageName: v1\n      " + line);
    return Yaml.read(template).api().orElseThrow();
  }

  @Test
  void readsWhereTheKeyComesFrom() {
    assertThat(api().keySource()).isEqualTo(KeySource.HEADER);
    assertThat(apiWith("ApiKeySourceType: AUTHORIZER").keySource()).isEqualTo(KeySource.AUTHORIZER);
  }

  @Test
  void readsCorsInBothForms() {
    assertThat(api().cors()).isEmpty();
    assertThat(apiWith("Cors: \"'*'\"").cors())
        .contains(new Cors("*", Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(
            apiWith("Cors: {AllowOrigin: \"'a'\", AllowHeaders: \"'B,C'\", MaxAge: \"'7'\"}")
                .cors())
        .contains(new Cors("a", Optional.empty(), Optional.of("B,C"), Optional.of("7")));
  }

  @Test
  void readsTheThrottlesOfTheStage() {
    String throttle = "ThrottlingRateLimit: 5, ThrottlingBurstLimit: 7}";
    assertThat(
            apiWith(
                    "MethodSettings: [{ResourcePath: '/*', HttpMethod: '*', "
                        + throttle
                        + ", {ResourcePath: /~1user~1signup, HttpMethod: POST, "
                        + throttle
                        + ", {ResourcePath: /, HttpMethod: GET, LoggingLevel: INFO}]")
                .stage()
                .throttles())
        .containsExactly(
            new MethodThrottle("*", "*", new Throttle(5, 7)),
            new MethodThrottle("/user/signup", "POST", new Throttle(5, 7)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "StageName: v1 | CanarySetting: {} | Api, line 7: CanarySetting is not supported here",
        "DefaultAuthorizer: Member | DefaultAuthorizer: Members | there is no authorizer Members",
        "Variables: {color: blue} | Cors: a | a value of Cors stands in single quotes",
        "FunctionPayloadType: REQUEST | FunctionPayloadType: TOKEN | "
            + "authorizer Member must be of type REQUEST",
        "!GetAtt MemberAuth.Arn | 'arn:aws:lambda:r:1:function:x' | "
            + "FunctionArn 'arn:aws:lambda:r:1:function:x' is none of this template's "
            + "AWS::Serverless::Function",
      })
  void refuses(String what, String instead, String sentence) {
    String broken = TEMPLATE.replace(what, instead);
    assertThatThrownBy(() -> Yaml.read(broken))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void refusesTheSameRouteTwice() {
    String twice =
        TEMPLATE
            .replace("Method: any", "Method: post")
            .replace("Path: /menu", "Path: /user/signup");
    assertThatThrownBy(() -> Yaml.read(twice))
        .hasMessageMatching("User, line \\d+: POST /user/signup stands here twice");
  }

  @Test
  void refusesARouteOfAnotherApi() {
    assertThatThrownBy(() -> Yaml.read(TEMPLATE.replace("RestApiId: !Ref Api\n", "RestApiId: x\n")))
        .hasMessageMatching("User, line \\d+: RestApiId must be Api");
  }
}
