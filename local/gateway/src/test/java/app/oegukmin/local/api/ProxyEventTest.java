package app.oegukmin.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events against aws §2; each row says which behaviour and on what evidence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyEventTest {

  private TestApi api;

  @BeforeAll
  void start() throws IOException {
    api = new TestApi(TestApi.definition(List.of(), "image/*", "multipart/form-data"));
  }

  @AfterAll
  void stop() throws IOException {
    api.close();
  }

  private JsonNode get(String target, String... headers) throws IOException {
    assertThat(api.http().get(target, headers).status()).isEqualTo(200);
    return api.event("Answer");
  }

  @ParameterizedTest(name = "{0} {1} → {2} = {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '"',
      value = {
        "§2 #2 (S; custom domain: M, from memory) | /api/open | /requestContext/path | /api/open",
        "§2 #2 (S) | /api/open | /requestContext/stage | live",
        "§2 #2 (S) | /api/item/7 | /resource | /api/item/{id}",
        "§2 #2 (S) | /api/item/7 | /requestContext/resourcePath | /api/item/{id}",
        "§2 #3 (S) | /api/item/7/ | /path | /api/item/7/",
        "§2 #3 (S) | /api/item/7/ | /requestContext/path | /api/item/7/",
        "§2 #3 (S) | /api/item/7/ | /pathParameters/id | 7",
        "§2 #3 (S) | /api/file/a/b/ | /pathParameters/proxy | a/b",
        "§2 #4 (S) | //api/open | /path | /api/open",
        "§2 #4 (S) | //api/open | /requestContext/path | //api/open",
        "§2 #4 (S) | /api/file/a//b | /path | /api/file/a//b",
        "§2 #4 (S) | /api/file/a//b | /pathParameters/proxy | a//b",
        "§2 #5 (S) | /api/file/test%2Balias | /path | /api/file/test%2Balias",
        "§2 #5 (S) | /api/file/test%2Balias | /pathParameters/proxy | test%2Balias",
        "§2 #5 (S) | /api/file/test+alias | /pathParameters/proxy | test+alias",
        "§2 #5 (M, from memory) | /api/item/a%2Fb | /pathParameters/id | a%2Fb",
        "§2 #5 (M, from memory) | /api/item/%ED%95%9C | /pathParameters/id | %ED%95%9C",
        "§2 #6 (S) | /api/open?a=1%2B1 | /queryStringParameters/a | 1+1",
        "§2 #6 (S) | /api/open?a=1+1 | /queryStringParameters/a | 1 1",
        "§2 #6 (S) | /api/open?a=1&a=2 | /queryStringParameters/a | 2",
        "§2 #6 (S) | /api/open?a=1&a=2 | /multiValueQueryStringParameters/a/0 | 1",
        "§2 #6 (S) | /api/open?a=1&a=2 | /multiValueQueryStringParameters/a/1 | 2",
        "§2 #6 (S) | /api/open?a=1&A=2 | /queryStringParameters/a | 1",
        "§2 #6 (D) | /api/open?a=1;b=2 | /queryStringParameters/b | 2",
        "§2 #6 (S) | /api/open?type=%EC%9E%A5%ED%95%99 | /queryStringParameters/type | 장학",
        "§2 #6 (S) | /api/open?a=1#x | /queryStringParameters/a | 1",
        "§2 #6 (M, from memory) | /api/open?a | /queryStringParameters/a | \"\"",
        "§2 #11 (D) | /api/open | /requestContext/identity/sourceIp | 127.0.0.1",
      })
  void carriesPathAndQuery(String evidence, String target, String pointer, String value)
      throws IOException {
    assertThat(get(target).at(pointer).asText()).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0} {1} absent → null")
  @CsvSource({
    "§2 #7 (S), queryStringParameters",
    "§2 #7 (S), multiValueQueryStringParameters",
    "§2 #7 (S), pathParameters",
    "§2 #7 (S), stageVariables",
    "§2 #7 (S), body"
  })
  void saysNullForWhatIsAbsent(String evidence, String key) throws IOException {
    JsonNode event = get("/api/open");
    assertThat(event.has(key)).isTrue();
    assertThat(event.path(key).isNull()).isTrue();
  }

  @ParameterizedTest(name = "{0} {1} → 400")
  @CsvSource({
    "§2 #6 (D), /api/open?a=x|y",
    "§2 #6 (M; from memory), /api/open?a=%zz",
  })
  void refusesQueriesThatAwsRefuses(String evidence, String target) throws IOException {
    assertThat(api.http().get(target).status()).isEqualTo(400);
  }

  @ParameterizedTest(name = "{0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "§2 #8 (S) | tEsT-HEADeR: x | tEsT-HEADeR",
        "§2 #8 (S) | content-type: text/plain | content-type",
        "§2 #8 (S) | accept-encoding: gzip | accept-encoding",
        "§2 #8 (S) | AUTHORIZATION: x | Authorization",
        "§2 #8 (S) | user-agent: x | User-Agent",
        "§2 #10 (S) | x-forwarded-proto: https | X-Forwarded-Proto",
      })
  void keepsTheSpellingOfHeaders(String evidence, String header, String name) throws IOException {
    JsonNode event = get("/api/open", header);
    assertThat(spellings(event.path("headers"), name)).containsExactly(name);
    assertThat(spellings(event.path("multiValueHeaders"), name)).containsExactly(name);
  }

  @Test
  @DisplayName("§2 #9 (I; which one value: M, from memory) one value and all values")
  void hasOneValueAndAllValuesOfAHeader() throws IOException {
    JsonNode event = get("/api/open", "X-Tag: a", "X-Tag: b");
    assertThat(event.at("/headers/X-Tag").asText()).isEqualTo("b");
    assertThat(event.at("/multiValueHeaders/X-Tag").toString()).isEqualTo("[\"a\",\"b\"]");
  }

  @ParameterizedTest(name = "§2 #9 (I) {0} is not passed")
  @CsvSource({
    "Content-MD5",
    "Max-Forwards",
    "Proxy-Authenticate",
    "Server",
    "TE",
    "WWW-Authenticate"
  })
  void doesNotPassHeadersOfTheConnection(String name) throws IOException {
    JsonNode headers = get("/api/open", name + ": 1", "X-Other: 1").path("headers");
    assertThat(headers.has(name)).isFalse();
    assertThat(headers.has("Connection")).isFalse();
    assertThat(headers.has("X-Other")).isTrue();
  }

  @Test
  @DisplayName("§2 #10 (S), §2 #11 (D) forwarded address, port and protocol")
  void addsWhatTheGatewayKnows() throws IOException {
    JsonNode headers = get("/api/open", "X-Forwarded-For: 203.0.113.7").path("headers");
    assertThat(headers.path("X-Forwarded-For").asText()).isEqualTo("203.0.113.7, 127.0.0.1");
    assertThat(headers.path("X-Forwarded-Port").asInt()).isEqualTo(api.port());
    assertThat(headers.path("X-Forwarded-Proto").asText()).isEqualTo("http");
    assertThat(headers.path("X-Amzn-Trace-Id").asText()).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
  }

  @Test
  @DisplayName("§2 (S) keys of requestContext")
  void describesTheRequest() throws IOException {
    JsonNode context = get("/api/open", "User-Agent: Dart/3.3").path("requestContext");
    assertThat(context.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "accountId",
            "apiId",
            "deploymentId",
            "domainName",
            "domainPrefix",
            "extendedRequestId",
            "httpMethod",
            "identity",
            "path",
            "protocol",
            "requestId",
            "requestTime",
            "requestTimeEpoch",
            "resourceId",
            "resourcePath",
            "stage");
    assertThat(context.path("requestTime").asText()).isEqualTo("22/Nov/2026:01:02:03 +0000");
    assertThat(context.path("requestTimeEpoch").asLong()).isEqualTo(TestApi.NOW.toEpochMilli());
    assertThat(context.at("/identity/userAgent").asText()).isEqualTo("Dart/3.3");
    assertThat(context.at("/identity/caller").isNull()).isTrue();
    assertThat(context.path("domainName").asText()).isEqualTo("127.0.0.1");
  }

  @ParameterizedTest(name = "{0} {1} → isBase64Encoded {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "§2 #13 (D) | image/png | true",
        "§2 #13 (D) | IMAGE/PNG | true",
        "§2 #13 (D) | multipart/form-data; boundary=x | true",
        "§2 #13 (D) | application/json | false",
        "§2 #13 (D) | imagery/png | false",
      })
  void encodesBodiesOfBinaryTypes(String evidence, String type, boolean base64) throws IOException {
    api.http().post("/api/open", "안녕", "Content-Type: " + type);
    JsonNode event = api.event("Answer");
    assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(base64);
    assertThat(event.path("body").asText()).isEqualTo(base64 ? "7JWI64WV" : "안녕");
  }

  @Test
  @DisplayName("§2 #13 (M, from memory) bytes that are no text are lost")
  void losesBytesThatAreNoTextInBodiesOfOtherTypes() throws IOException {
    api.http().send("POST", "/api/open", new byte[] {'a', (byte) 0xff, 'b'});
    assertThat(api.event("Answer").path("body").asText()).isEqualTo("a\ufffdb");
  }

  @ParameterizedTest(name = "§2 #13 (D; lossy part: M, from memory) {0}: every byte arrives: {1}")
  @CsvSource({"multipart/form-data; boundary=b, true", "application/octet-stream, false"})
  void carriesEveryByteOfBinaryTypesAlone(String type, boolean whole) throws IOException {
    byte[] sent = new byte[256];
    for (int i = 0; i < sent.length; i++) {
      sent[i] = (byte) i;
    }
    api.http().send("POST", "/api/open", sent, "Content-Type: " + type);
    JsonNode event = api.event("Answer");
    String body = event.path("body").asText();
    byte[] received =
        event.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(body)
            : body.getBytes(StandardCharsets.UTF_8);
    assertThat(Arrays.equals(received, sent)).isEqualTo(whole);
  }

  private static List<String> spellings(JsonNode headers, String name) {
    return headers.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name::equalsIgnoreCase)
        .toList();
  }
}
