package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oegukmin.template.Authorizer.IdentitySource;
import app.oegukmin.template.Authorizer.Place;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SocketApiTest {

  private static final String TEMPLATE =
      """
      Conditions:
        HasSocket: !Equals [a, %s]
      Resources:
        Chat:
          Type: AWS::Serverless::Function
          Properties:
            Handler: x
            CodeUri: x
            VpcConfig: !Ref AWS::NoValue
        Socket:
          Type: AWS::Serverless::WebSocketApi
          Condition: HasSocket
          Properties:
            StageName: live
            RouteSelectionExpression: $request.body.action
            Auth:
              AuthType: CUSTOM
              AuthArn: !Ref Chat.Alias
              IdentitySource: [%s]
            Routes:
              $connect: {FunctionArn: !Ref Chat.Alias}
              send:
                FunctionArn: !Ref Chat.Alias
                IntegrationTimeout: 5000
                RouteResponseSelectionExpression: $default
      """;

  @Test
  void readsRoutesAndAuthorizer() {
    SocketApi api = api("route.request.querystring.ticket");
    assertThat(api.id()).isEqualTo("t-Socket");
    assertThat(api.stage()).isEqualTo("live");
    assertThat(api.routes())
        .containsExactly(
            new SocketApi.SocketRoute("$connect", "Chat", false, Duration.ofSeconds(29)),
            new SocketApi.SocketRoute("send", "Chat", true, Duration.ofSeconds(5)));
    assertThat(api.authorizer().orElseThrow().function()).isEqualTo("Chat");
    assertThat(api.authorizer().orElseThrow().identitySources())
        .containsExactly(new IdentitySource(Place.QUERY_STRING, "ticket"));
  }

  @Test
  void leavesItOutByItsCondition() {
    assertThat(Yaml.read(TEMPLATE.formatted("b", "")).socket()).isEmpty();
  }

  @Test
  void refusesASourceThatIsNotPlayed() {
    assertThatThrownBy(() -> api("context.identity"))
        .hasMessageContaining("context.identity is not supported here");
  }

  @Test
  void knowsWhoIsInTheVpc() {
    assertThat(Yaml.read(TEMPLATE.formatted("a", "")).function("Chat").inVpc()).isTrue();
  }

  private static SocketApi api(String source) {
    return Yaml.read(TEMPLATE.formatted("a", source)).socket().orElseThrow();
  }
}
