package app.oegukmin.shared.search;

import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Requests to OpenSearch, signed as its service on AWS demands; a node of one's own does not look
 * at the signature. By the SDK's own client and signer, which every function has: OpenSearch's
 * client would be 16 MB more. Safe for several threads.
 */
final class OpenSearchCluster {

  private static final String SERVICE = "es";
  private static final Duration CONNECT = Duration.ofSeconds(1);

  private final URI endpoint;
  private final SdkHttpClient client;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final AwsCredentialsProvider credentials = DefaultCredentialsProvider.builder().build();
  private final String region = DefaultAwsRegionProviderChain.builder().build().getRegion().id();

  /**
   * A response whose status is one that its caller expects.
   *
   * @param body missing where there is none
   */
  record Response(int status, JsonNode body) {

    boolean isMissing() {
      return status == 404;
    }

    boolean isGood() {
      return status / 100 == 2;
    }

    /** The name of what is wrong; never its reason, which quotes documents and queries. */
    String error() {
      return status + " " + body.path("error").path("type").asText();
    }
  }

  /**
   * A cluster at an address.
   *
   * @param patience how long a response may take
   */
  OpenSearchCluster(URI endpoint, Duration patience) {
    this.endpoint = endpoint;
    this.client =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT)
            .socketTimeout(patience)
            .build();
  }

  /** The cluster that the environment names, by {@code OPENSEARCH_URL}. */
  static OpenSearchCluster of(Environment environment, Duration patience) {
    return new OpenSearchCluster(URI.create(environment.require("OPENSEARCH_URL")), patience);
  }

  /**
   * Whether {@code SEARCH_ENGINE} names OpenSearch.
   *
   * @throws IllegalStateException when it names neither engine
   */
  static boolean isChosen(Environment environment) {
    String engine = environment.optional("SEARCH_ENGINE").orElse("lucene");
    return switch (engine) {
      case "lucene" -> false;
      case "opensearch" -> true;
      default -> throw new IllegalStateException("SEARCH_ENGINE is " + engine);
    };
  }

  /** A request without a body. */
  Response call(SdkHttpMethod method, String path) throws IOException {
    return call(method, path, Optional.empty());
  }

  /** A request with a body of JSON, or of lines of JSON. */
  Response call(SdkHttpMethod method, String path, String body) throws IOException {
    // A surrogate that stands alone becomes a question mark, which no analyzer keeps.
    return call(method, path, Optional.of(body.getBytes(StandardCharsets.UTF_8)));
  }

  // Every request here may come twice. A connection that was kept may have died meanwhile.
  private Response call(SdkHttpMethod method, String path, Optional<byte[]> body)
      throws IOException {
    HttpExecuteRequest request = signed(method, path, body);
    try {
      return send(request);
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return send(request);
    }
  }

  private Response send(HttpExecuteRequest request) throws IOException {
    HttpExecuteResponse response = client.prepareRequest(request).call();
    int status = response.httpResponse().statusCode();
    if (response.responseBody().isEmpty()) {
      return new Response(status, MissingNode.getInstance());
    }
    try (InputStream body = response.responseBody().get()) {
      byte[] text = body.readAllBytes();
      boolean json = text.length > 0 && text[0] == '{';
      return new Response(status, json ? Json.MAPPER.readTree(text) : MissingNode.getInstance());
    }
  }

  private HttpExecuteRequest signed(SdkHttpMethod method, String path, Optional<byte[]> body) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder().method(method).uri(endpoint.resolve(path));
    body.ifPresent(
        bytes ->
            request
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Length", Integer.toString(bytes.length)));
    ContentStreamProvider content =
        ContentStreamProvider.fromByteArray(body.orElseGet(() -> new byte[0]));
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(request.build())
                    .payload(content)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    return HttpExecuteRequest.builder()
        .request(signed.request())
        .contentStreamProvider(body.isPresent() ? content : null)
        .build();
  }
}
