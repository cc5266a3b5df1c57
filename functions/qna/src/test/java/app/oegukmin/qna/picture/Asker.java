package app.oegukmin.qna.picture;

import app.oegukmin.testkit.Accounts;
import app.oegukmin.testkit.ApiFunction;
import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Items;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
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
  private final ApiFunction function;

  /** Gives the member an account. */
  Asker(Stack stack) {
    this.stack = stack;
    QuestionPostHandler handler =
        new QuestionPostHandler(stack.environment("QuestionPostFunction"));
    this.function =
        new ApiFunction((event, response) -> handler.handleRequest(event, response, null));
    Accounts.join(stack, UID);
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

  ApiResponse ask(Multipart form) {
    return ask(UID, form.whole());
  }

  /** Sends a body as API Gateway passes it on; nobody is signed in for an empty uid. */
  ApiResponse ask(String uid, byte[] body) {
    return post(ApiFunction.recorded("questionpost-question", uid), body);
  }

  /** Sends a body to the FAQ, as the member with a role. */
  ApiResponse publish(String role, byte[] body) {
    ObjectNode event = ApiFunction.recorded("questionpost-faq", UID);
    event.withObject("/requestContext/authorizer").put("role", role);
    return post(event, body);
  }

  /** Sends a body of a type to the questions. */
  ApiResponse ask(String type, String uid, byte[] body) {
    return post(ApiFunction.recorded("questionpost-question", uid), type, body);
  }

  private ApiResponse post(ObjectNode event, byte[] body) {
    return post(event, "multipart/form-data; boundary=" + Multipart.BOUNDARY, body);
  }

  private ApiResponse post(ObjectNode event, String type, byte[] body) {
    event.put("body", Base64.getEncoder().encodeToString(body));
    event.withObject("/multiValueHeaders").putArray("content-type").add(type);
    return function.send(event);
  }

  ApiResponse upload(String body) {
    return function.call("questionpost-upload", UID, body);
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
