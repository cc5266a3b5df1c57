package app.oegukmin.user;

import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The shipped app before the user function: signs bodies and sends recorded events. */
final class App {

  /** A response as the app sees it. */
  record Response(int status, JsonNode body) {

    String code() {
      return body.path("code").asText();
    }
  }

  private final UserHandler handler;
  private final byte[] secret = random();

  App(Stack stack) {
    this(stack, stack.environment("UserFunction"));
  }

  App(Stack stack, Map<String, String> environment) {
    put(stack, "hmac", secret);
    put(stack, "signing", random());
    handler = new UserHandler(environment);
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static void put(Stack stack, String purpose, byte[] secret) {
    String encoded = Base64.getEncoder().encodeToString(secret);
    Items.put(
        stack,
        "KeyTable",
        Map.of("purpose", purpose, "kid", "test", "state", "current", "secret", encoded));
  }

  /** Makes an account an administrator's, as scripts/make-admin.sh does. */
  static void promote(Stack stack, String id) {
    stack
        .dynamodb()
        .updateItem(
            update ->
                update
                    .tableName(stack.table("UserTable"))
                    .key(Items.item(Map.of("key", "user#" + id)))
                    .updateExpression("SET #role = :admin")
                    .expressionAttributeNames(Map.of("#role", "role"))
                    .expressionAttributeValues(Items.item(Map.of(":admin", "ROLE_ADMIN"))));
  }

  Response signUp(String body) {
    return post("user-signup", body, sign(body), false);
  }

  Response signIn(String uuid, String email) {
    String body = "{\"uuid\":\"%s\",\"email\":\"%s\"}".formatted(uuid, email);
    return post("user-signin", body, sign(body), false);
  }

  /** The same with an Authorization header, null for none. */
  Response signIn(String uuid, String email, String authorization) {
    String body = "{\"uuid\":\"%s\",\"email\":\"%s\"}".formatted(uuid, email);
    ObjectNode recorded = event("user-signin").put("body", body).put("isBase64Encoded", false);
    ObjectNode headers = (ObjectNode) recorded.get("multiValueHeaders");
    headers.putArray("HMAC").add(sign(body));
    return send(authorization == null ? recorded : with(authorization, recorded));
  }

  private static ObjectNode with(String authorization, ObjectNode event) {
    event.withObject("/multiValueHeaders").putArray("Authorization").add(authorization);
    return event;
  }

  Response post(String event, String body, String hmac, boolean base64) {
    ObjectNode recorded = event(event);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    recorded.put("body", base64 ? Base64.getEncoder().encodeToString(bytes) : body);
    recorded.put("isBase64Encoded", base64);
    ObjectNode headers = (ObjectNode) recorded.get("multiValueHeaders");
    headers.remove("HMAC");
    if (hmac != null) {
      headers.putArray("HMAC").add(hmac);
    }
    return send(recorded);
  }

  Response reissue(String refreshToken) {
    return authorized("user-reissue", null, refreshToken);
  }

  Response logout(String authorization, String refreshToken) {
    return authorized("user-logout", authorization, refreshToken);
  }

  private Response authorized(String event, String authorization, String refreshToken) {
    ObjectNode recorded = event(event);
    ObjectNode headers = (ObjectNode) recorded.get("multiValueHeaders");
    headers.remove("Authorization");
    if (authorization != null) {
      headers.putArray("Authorization").add(authorization);
    }
    recorded.put(
        "body", Json.MAPPER.createObjectNode().put("refreshToken", refreshToken).toString());
    return send(recorded);
  }

  Response me(String member) {
    return send(as(member, event("user-me")));
  }

  Response leave(String member) {
    return send(as(member, event("user-leave")));
  }

  Response change(String member, String body) {
    return send(as(member, event("user-change")).put("body", body));
  }

  Response profile(String member, String id) {
    ObjectNode recorded = as(member, event("user-profile")).put("path", "/api/user/" + id);
    recorded.withObject("/pathParameters").put("id", id);
    return send(recorded);
  }

  Response tokens(String member, String role, String id) {
    ObjectNode recorded = as(member, event("user-tokens"));
    recorded.withObject("/requestContext/authorizer").put("role", role);
    recorded.withObject("/multiValueQueryStringParameters").putArray("id").add(id);
    return send(recorded);
  }

  private static ObjectNode as(String member, ObjectNode event) {
    event.withObject("/requestContext/authorizer").put("userId", member);
    return event;
  }

  Response send(JsonNode event) {
    JsonNode proxy = invoke(event);
    try {
      return new Response(
          proxy.path("statusCode").asInt(), Json.MAPPER.readTree(proxy.path("body").asText()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode invoke(JsonNode event) {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(Json.MAPPER.writeValueAsBytes(event)), response, null);
      return Json.MAPPER.readTree(response.toByteArray());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  String sign(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] digest = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static ObjectNode event(String name) {
    Path file = Path.of(System.getProperty("project.root"), "events", name + ".json");
    try {
      return (ObjectNode) Json.MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static String student(String uuid, String email) {
    return """
        {"uuid":"%s","email":"%s","name":"응우옌 린","country":"Vietnam",\
        "phoneNumber":"010-8276-8291","bigmajor":"소프트웨어융합대학","major":"소프트웨어학부"}"""
        .formatted(uuid, email);
  }
}
