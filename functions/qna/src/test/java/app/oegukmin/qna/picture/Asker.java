package app.oegukmin.qna.picture;

import app.oegukmin.shared.json.Json;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A member who asks with pictures. */
final class Asker {

  static final String[] RESOURCES = {
    "QuestionTable",
    "PostTextTable",
    "SubmissionTable",
    "PendingTable",
    "UserTable",
    "FaqTable",
    "AuditTable",
    "MediaBucket"
  };

  static final String UID = "linh";

  private final Stack stack;
  private final QuestionPostHandler function;

  /** Gives the member an account. */
  Asker(Stack stack) {
    this.stack = stack;
    this.function = new QuestionPostHandler(stack.environment("QuestionPostFunction"));
    Map<String, String> account =
        Map.of(
            "key", "user#" + UID,
            "id", UID,
            "publicId", "public-" + UID,
            "name", "응우옌 린",
            "country", "Vietnam",
            "major", "소프트웨어학부",
            "role", "ROLE_USER");
    Items.put(stack, "UserTable", account);
  }

  /** A response: its status, and its body. */
  record Response(int status, JsonNode body) {

    String refusal() {
      return status + " " + body.path("code").asText();
    }

    List<String> texts(String field) {
      List<String> texts = new ArrayList<>();
      body.path("response").path(field).forEach(text -> texts.add(text.asText()));
      return texts;
    }
  }

  static String question(String title) {
    return "{\"title\":\"%s\",\"context\":\"본문\",\"tag\":\"기숙사\",\"author\":null}".formatted(title);
  }

  /** A JPEG of one colour. */
  static byte[] jpeg(int color) {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(new Color(color));
    graphics.fillRect(0, 0, 64, 48);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  Response ask(Multipart form) {
    return ask(UID, form.whole());
  }

  /** Sends a body as API Gateway passes it on; nobody is signed in for an empty uid. */
  Response ask(String uid, byte[] body) {
    return post(recorded("questionpost-question", uid), body);
  }

  /** Sends a body to the FAQ, as the member with a role. */
  Response publish(String role, byte[] body) {
    ObjectNode event = recorded("questionpost-faq", UID);
    event.withObject("/requestContext/authorizer").put("role", role);
    return post(event, body);
  }

  private Response post(ObjectNode event, byte[] body) {
    event.put("body", Base64.getEncoder().encodeToString(body));
    String type = "multipart/form-data; boundary=" + Multipart.BOUNDARY;
    event.withObject("/multiValueHeaders").putArray("content-type").add(type);
    return call(event);
  }

  Response upload(String body) {
    return call(recorded("questionpost-upload", UID).put("body", body));
  }

  private static ObjectNode recorded(String name, String uid) {
    Path file = Path.of(System.getProperty("project.root"), "events", name + ".json");
    try {
      ObjectNode event = (ObjectNode) Json.MAPPER.readTree(file.toFile());
      ObjectNode caller = event.withObject("/requestContext").putObject("authorizer");
      if (!uid.isEmpty()) {
        caller.put("userId", uid).put("role", "ROLE_USER");
      }
      return event;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response call(ObjectNode event) {
    try {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      byte[] input = Json.MAPPER.writeValueAsBytes(event);
      function.handleRequest(new ByteArrayInputStream(input), output, null);
      JsonNode response = Json.MAPPER.readTree(output.toByteArray());
      return new Response(
          response.path("statusCode").asInt(),
          Json.MAPPER.readTree(response.path("body").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The keys of all objects. */
  List<String> objects() {
    return stack.s3().listObjectsV2(r -> r.bucket(stack.bucket("MediaBucket"))).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  int count(String table) {
    return Items.all(stack, table).size();
  }
}
