package app.oegukmin.local.run;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import app.oegukmin.local.run.sample.Multipart;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A student with the shipped app in hand, before a running system. */
final class Student implements AutoCloseable {

  /** A response as the app sees it. */
  record Response(int status, JsonNode body) {

    JsonNode response() {
      return body.path("response");
    }
  }

  private static final ObjectMapper JSON = new ObjectMapper();

  final String uuid;
  final String email;
  final String name;
  final String phone;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String baseUrl;
  private final URI firebase;
  private final byte[] secret;
  private final Set<String> confidential = ConcurrentHashMap.newKeySet();

  Student(Map<String, String> run, String uuid) {
    this(run, uuid, "응우옌 린", "8276-8291");
  }

  Student(Map<String, String> run, String uuid, String name, String phone) {
    this.baseUrl = run.get("BASE_URL");
    this.firebase = URI.create(run.get("FIREBASE_URL"));
    this.secret = Base64.getDecoder().decode(run.get("HMAC_SECRET"));
    this.uuid = uuid;
    this.email = uuid + "@kookmin.ac.kr";
    this.name = name;
    this.phone = phone;
    confidential.addAll(List.of(email, phone, run.get("HMAC_SECRET")));
  }

  /** Its e-mail and phone, the app's secret, and every HMAC and token that went over the wire. */
  Set<String> confidential() {
    return Set.copyOf(confidential);
  }

  Response signUp() throws Exception {
    return signed(
        "/user/signup",
        """
        {"uuid":"%s","email":"%s","name":"%s","country":"Vietnam","phoneNumber":"010-%s",\
        "bigmajor":"소프트웨어융합대학","major":"소프트웨어학부"}\
        """
            .formatted(uuid, email, name, phone));
  }

  Response signIn() throws Exception {
    return signed("/user/signin", "{\"uuid\":\"%s\",\"email\":\"%s\"}".formatted(uuid, email));
  }

  /** The same with an ID token of the Firebase that the run plays (F-4). */
  Response signInByIdToken() throws Exception {
    String body = "{\"uuid\":\"%s\",\"email\":\"%s\"}".formatted(uuid, email);
    String hmac = hmac(secret, body);
    String token = idToken(uuid, email);
    confidential.add(hmac);
    return post("/user/signin", body, Map.of("HMAC", hmac, "Authorization", "Bearer " + token));
  }

  /** What Firebase gives a user. */
  String idToken(String user, String address) throws Exception {
    URI uri = firebase.resolve("/id-token/" + user + "/" + address);
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    String token = http.send(request, BodyHandlers.ofString()).body().strip();
    confidential.add(token);
    return token;
  }

  /** Posts a body with its HMAC, as the app does (contract §4.2). */
  Response signed(String path, String body) throws Exception {
    String hmac = hmac(secret, body);
    confidential.add(hmac);
    return post(path, body, Map.of("HMAC", hmac));
  }

  /** Posts a body as strict mode demands it: stamped, and with an ID token. */
  Response strict(String path, String body, String nonce, String idToken) throws Exception {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    String hmac = hmac(secret, timestamp + "\n" + nonce + "\n" + body);
    confidential.addAll(List.of(hmac, idToken));
    return post(
        path,
        body,
        Map.of(
            "HMAC", hmac,
            "HMAC-Timestamp", timestamp,
            "HMAC-Nonce", nonce,
            "Authorization", "Bearer " + idToken));
  }

  Response post(String path, String body, Map<String, String> headers) throws Exception {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json; charset=utf-8");
    return send("POST", path, body, all);
  }

  /** The chatbot's answer to a question, which no log may hold. */
  String ask(String question, String language, String bearer) throws Exception {
    confidential.addAll(List.of(question, new String(question.getBytes(UTF_8), ISO_8859_1)));
    var body = JSON.createObjectNode().put("query", question).put("target_lang", language);
    Response answer = post("/chatbot", body.toString(), Map.of("Authorization", bearer));
    return answer.response().path("answer").asText();
  }

  Response get(String path, Map<String, String> headers) throws Exception {
    return send("GET", path, "", headers);
  }

  Response get(String path) throws Exception {
    return get(path, Map.of());
  }

  Response send(String method, String path, String body, Map<String, String> headers)
      throws Exception {
    return send(
        method,
        path,
        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8),
        headers);
  }

  /** Posts a form, as the app does with pictures. */
  Response post(String path, Multipart form, Map<String, String> headers) throws Exception {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", form.contentType());
    return send("POST", path, BodyPublishers.ofByteArray(form.bytes()), all);
  }

  private Response send(
      String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path)).method(method, body);
    headers.forEach(request::header);
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(UTF_8));
    Response parsed = new Response(response.statusCode(), parse(response.body()));
    parsed.response().findValuesAsText("accessToken").forEach(confidential::add);
    parsed.response().findValuesAsText("refreshToken").forEach(confidential::add);
    return parsed;
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new AssertionError("The app would throw on this body: " + body, e);
    }
  }

  /** The app's signature of a text, in Base64. */
  static String hmac(byte[] secret, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret, "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }

  @Override
  public void close() {
    http.close();
  }
}
