package app.oegukmin.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/** A request of an app that knows strict mode, to be spoilt before it is sent. */
final class StrictRequest {

  private final String event;
  private final String body;
  private String timestamp = Long.toString(Instant.now().getEpochSecond());
  private String nonce = UUID.randomUUID().toString();
  private String authorization;
  private String hmac;

  private StrictRequest(String event, String body) {
    this.event = event;
    this.body = body;
  }

  static StrictRequest signUp(String uid, String email) {
    return new StrictRequest("user-signup", App.student(uid, email));
  }

  static StrictRequest signIn(String uid, String email) {
    return new StrictRequest(
        "user-signin", "{\"uuid\":\"%s\",\"email\":\"%s\"}".formatted(uid, email));
  }

  StrictRequest at(String epochSecond) {
    timestamp = epochSecond;
    return this;
  }

  StrictRequest at(Instant instant) {
    return at(Long.toString(instant.getEpochSecond()));
  }

  StrictRequest nonce(String value) {
    nonce = value;
    return this;
  }

  StrictRequest header(String value) {
    authorization = value;
    return this;
  }

  StrictRequest token(String value) {
    return header("Bearer " + value);
  }

  StrictRequest hmac(String value) {
    hmac = value;
    return this;
  }

  App.Response send(App app) {
    ObjectNode recorded = App.event(event).put("body", body).put("isBase64Encoded", false);
    ObjectNode headers = (ObjectNode) recorded.get("multiValueHeaders");
    String text = timestamp + "\n" + nonce + "\n" + body;
    put(headers, "HMAC", hmac == null ? app.sign(text) : hmac);
    put(headers, "HMAC-Timestamp", timestamp);
    put(headers, "HMAC-Nonce", nonce);
    put(headers, "Authorization", authorization);
    return app.send(recorded);
  }

  private static void put(ObjectNode headers, String name, String value) {
    headers.remove(name);
    if (value != null) {
      headers.putArray(name).add(value);
    }
  }

  String body() {
    return body;
  }
}
