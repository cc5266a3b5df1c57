package app.oegukmin.bench;

import app.oegukmin.authorizer.MemberHandler;
import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.Tables;
import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.key.Key;
import app.oegukmin.shared.key.KeyTable;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import app.oegukmin.user.UserHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The user function and the authorizer of members over tables of the template, in this process. */
final class Accounts {

  private final Path events;
  private final byte[] secret = random();
  private final RequestStreamHandler users;
  private final RequestStreamHandler authorizer;
  private final ObjectNode signUp;
  private final ObjectNode signIn;
  private final ObjectNode call;

  Accounts(Path root, Engines engines) throws IOException {
    engines.sdkProperties().forEach(System::setProperty);
    Map<String, String> parameters =
        Map.of("Local", "true", "CacheEndpoint", "127.0.0.1:" + engines.redisPort());
    LocalNames names = new LocalNames("", URI.create("http://sqs.invalid"));
    Template template = Template.read(root.resolve("template.yaml"), parameters, names);
    try (DynamoDbClient dynamodb = Clients.dynamodb(engines.dynamodb())) {
      Tables.createMissing(dynamodb, template.tables());
      KeyTable keys = new KeyTable(dynamodb, template.outputs().get("KeyTableName"));
      keys.put(KeyTable.HMAC, key(secret));
      keys.put(KeyTable.SIGNING, key(random()));
    }
    this.events = root.resolve("events");
    this.users = new UserHandler(template.function("UserFunction").environment());
    this.authorizer =
        new MemberHandler(template.function("MemberAuthorizerFunction").environment());
    this.signUp = event("user-signup");
    this.signIn = event("user-signin");
    this.call = event("memberauthorizer");
  }

  private ObjectNode event(String name) throws IOException {
    return (ObjectNode) Json.MAPPER.readTree(Files.readString(events.resolve(name + ".json")));
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static Key key(byte[] secret) {
    return new Key("bench", Key.State.CURRENT, Base64.getEncoder().encodeToString(secret));
  }

  void signUp(String uid) throws IOException {
    String body =
        """
        {"uuid":"%s","email":"%s@kookmin.ac.kr","name":"린","country":"Vietnam",\
        "phoneNumber":null,"bigmajor":"소프트웨어융합대학","major":"소프트웨어학부"}"""
            .formatted(uid, uid);
    expect(201, send(users, signed(signUp, body)));
  }

  /** An event of a sign-in, made outside of what is measured. */
  byte[] signInOf(String uid) throws IOException {
    return signed(signIn, "{\"uuid\":\"%s\",\"email\":\"%s@kookmin.ac.kr\"}".formatted(uid, uid));
  }

  /** Signs in; the access token. */
  String signIn(byte[] event) throws IOException {
    JsonNode response = expect(200, send(users, event));
    return Json.MAPPER
        .readTree(response.path("body").asText())
        .at("/response/accessToken")
        .asText();
  }

  /** An event of a member's call. */
  byte[] callWith(String token) throws IOException {
    call.withObject("/headers").put("Authorization", "Bearer " + token);
    return Json.MAPPER.writeValueAsBytes(call);
  }

  void authorize(byte[] event) throws IOException {
    JsonNode response = send(authorizer, event);
    if (!response.at("/policyDocument/Statement/0/Effect").asText().equals("Allow")) {
      throw new IllegalStateException("Denied");
    }
  }

  private byte[] signed(ObjectNode event, String body) throws IOException {
    event.put("body", body);
    event.withObject("/multiValueHeaders").putArray("HMAC").add(hmac(body));
    return Json.MAPPER.writeValueAsBytes(event);
  }

  private String hmac(String body) {
    byte[] digest = Digests.hmacSha256(secret, body.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest);
  }

  private static JsonNode send(RequestStreamHandler function, byte[] event) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event), response, null);
    return Json.MAPPER.readTree(response.toByteArray());
  }

  private static JsonNode expect(int status, JsonNode response) {
    if (response.path("statusCode").asInt() != status) {
      throw new IllegalStateException("Unexpected response: " + response);
    }
    return response;
  }
}
