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
          Type: AWS::ApiGatewayV2::Api
          Condition: HasSocket
          Properties: {ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Stage:
          Type: AWS::ApiGatewayV2::Stage
          Condition: HasSocket
          Properties: {ApiId: !Ref Socket, StageName: live}
        Judge:
          Type: AWS::ApiGatewayV2::Authorizer
          Condition: HasSocket
          Properties:
            ApiId: !Ref Socket
            Name: Judge
            AuthorizerType: REQUEST
            AuthorizerUri: !Sub 'arn:aws:apigateway:r:lambda:path/x/functions/${Chat.Alias}/invocations'
            IdentitySource: [%s]
        Calls:
          Type: AWS::ApiGatewayV2::Integration
          Condition: HasSocket
          Properties:
            ApiId: !Ref Socket
            IntegrationType: AWS_PROXY
            TimeoutInMillis: 5000
            IntegrationUri: !Sub 'arn:aws:apigateway:r:lambda:path/x/functions/${Chat.Alias}/invocations'
        Connect:
          Type: AWS::ApiGatewayV2::Route
          Condition: HasSocket
          Properties: {ApiId: !Ref Socket, RouteKey: $connect, Target: !Sub 'integrations/${Calls}'}
        Send:
          Type: AWS::ApiGatewayV2::Route
          Condition: HasSocket
          Properties:
            ApiId: !Ref Socket
            RouteKey: send
            Target: !Sub integrations/${Calls}
            RouteResponseSelectionExpression: $default
        Silent:
          Type: AWS::ApiGatewayV2::Route
          Condition: HasSocket
          Properties:
            ApiId: !Ref Socket
            RouteKey: silent
            Target: !Sub integrations/${Calls}
            RouteResponseSelectionExpression: $default
        SendResponse:
          Type: AWS::ApiGatewayV2::RouteResponse
          Condition: HasSocket
          Properties: {ApiId: !Ref Socket, RouteId: !Ref Send, RouteResponseKey: $default}
      """;

  @Test
  void readsRoutesAndAuthorizer() {
    SocketApi api = api("route.request.querystring.ticket");
    assertThat(api.id()).isEqualTo("t-Socket");
    assertThat(api.stage()).isEqualTo("live");
    assertThat(api.routes())
        .containsExactly(
            new SocketApi.SocketRoute("$connect", "Chat", false, Duration.ofSeconds(5)),
            new SocketApi.SocketRoute("send", "Chat", true, Duration.ofSeconds(5)),
            new SocketApi.SocketRoute("silent", "Chat", false, Duration.ofSeconds(5)));
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
