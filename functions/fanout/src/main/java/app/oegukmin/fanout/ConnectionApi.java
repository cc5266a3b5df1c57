package app.oegukmin.fanout;

import app.oegukmin.shared.env.Environment;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/** API Gateway's connections, as a function writes to them. Safe for use by many threads. */
final class ConnectionApi {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration RESPONSE = Duration.ofSeconds(3);

  private final ApiGatewayManagementApiClient client;

  private ConnectionApi(ApiGatewayManagementApiClient client) {
    this.client = client;
  }

  /** The API at {@code SOCKET_ENDPOINT}; empty where there is none. */
  static Optional<ConnectionApi> of(Environment environment) {
    String caller = environment.function().orElse(null);
    return environment
        .optional("SOCKET_ENDPOINT")
        .map(
            endpoint ->
                ApiGatewayManagementApiClient.builder()
                    .endpointOverride(URI.create(endpoint))
                    .overrideConfiguration(config -> config.appId(caller))
                    .httpClientBuilder(
                        UrlConnectionHttpClient.builder()
                            .connectionTimeout(CONNECT)
                            .socketTimeout(RESPONSE))
                    .build())
        .map(ConnectionApi::new);
  }

  /**
   * Writes to a connection.
   *
   * @return false when it is gone
   * @throws software.amazon.awssdk.core.exception.SdkException when API Gateway does not take it
   */
  boolean post(String connection, String text) {
    try {
      client.postToConnection(
          post -> post.connectionId(connection).data(SdkBytes.fromUtf8String(text)));
      return true;
    } catch (GoneException gone) {
      return false;
    }
  }

  /** Ends a connection; nothing happens when it is gone. */
  void close(String connection) {
    try {
      client.deleteConnection(delete -> delete.connectionId(connection));
    } catch (GoneException gone) {
      // That is what was wanted.
    }
  }
}
