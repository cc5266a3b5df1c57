package app.oegukmin.speech;

import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.ParameterStore;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Reads aloud into a phone: calls the function as API Gateway passes on what the app sends. */
final class Speaker implements AutoCloseable {

  private static final String BOUNDARY = "dart-http-boundary-jJ0m9W4CzYk_Q";

  final FakeClock clock = new FakeClock(Instant.parse("2026-11-29T03:00:00Z"));
  final FakeAzure azure = new FakeAzure();
  final ParameterStore parameters = new ParameterStore("azure-key");
  private final ByteArrayOutputStream metrics = new ByteArrayOutputStream();
  private final SpeechHandler function;
  private final Stack stack;

  /** A response: its status, its Retry-After if there is one, and its body. */
  record Response(int status, String retryAfter, String text) {

    JsonNode body() {
      try {
        return Json.MAPPER.readTree(text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    String refusal() {
      return status + " " + body().path("code").asText();
    }

    String word() {
      return body().at("/response/wordList/0/word").asText();
    }
  }

  Speaker(Stack stack) throws IOException {
    this(stack, "18000");
  }

  Speaker(Stack stack, String monthlySeconds) throws IOException {
    this.stack = stack;
    Map<String, String> variables = new HashMap<>(stack.environment("SpeechFunction"));
    variables.put("AZURE_SPEECH_URL", azure.uri().toString());
    variables.put("SPEECH_MONTHLY_SECONDS", monthlySeconds);
    function = new SpeechHandler(variables, clock, new PrintStream(metrics, true));
  }

  /** Sends a recording as the app does: the file first, whatever its name, then the sentence. */
  Response send(byte[] file, String sentence) {
    return send(part("file", file), part("context", json(sentence)));
  }

  static byte[] json(String sentence) {
    return utf8(Json.MAPPER.createObjectNode().put("context", sentence).toString());
  }

  static byte[] part(String name, byte[] content) {
    boolean file = name.equals("file");
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(utf8("--" + BOUNDARY + "\r\ncontent-type: "));
    part.writeBytes(utf8(file ? "application/octet-stream" : "application/json; charset=utf-8"));
    part.writeBytes(utf8("\r\ncontent-disposition: form-data; name=\"" + name + "\""));
    part.writeBytes(utf8((file ? "; filename=\"sample.m4a\"" : "") + "\r\n\r\n"));
    part.writeBytes(content);
    part.writeBytes(utf8("\r\n"));
    return part.toByteArray();
  }

  /** Sends a form of these parts. */
  Response send(byte[]... parts) {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      form.writeBytes(part);
    }
    form.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
    return sendBody(form.toByteArray());
  }

  /** Sends any body under the form's content type. */
  Response sendBody(byte[] body) {
    try {
      ObjectNode event = (ObjectNode) Json.MAPPER.readTree(stack.event("speech-test"));
      event.put("body", Base64.getEncoder().encodeToString(body));
      return call(Json.MAPPER.writeValueAsBytes(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends an event as it is. */
  Response call(byte[] event) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event), output, null);
    JsonNode response = Json.MAPPER.readTree(output.toByteArray());
    return new Response(
        response.path("statusCode").asInt(),
        response.at("/multiValueHeaders/Retry-After/0").asText(),
        response.path("body").asText());
  }

  /** The metrics and troubles so far, one JSON a line. */
  String metrics() {
    return metrics.toString(StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    azure.close();
    parameters.close();
  }
}
