package app.oegukmin.bench;

import app.oegukmin.engines.Buckets;
import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.qna.picture.QuestionPostHandler;
import app.oegukmin.shared.json.Json;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question with a picture of 12 megapixels through the whole QuestionPostFunction, in a process
 * with its options: read from S3, decoded, both sizes written to S3, the question written. The
 * engines are processes of their own.
 */
public final class PicturePost {

  private static final String MEMBER = "member0";

  private final CallSpeed speed;
  private final QuestionPostHandler function;

  private PicturePost(CallSpeed speed, QuestionPostHandler function) {
    this.speed = speed;
    this.function = function;
  }

  /** Posts the picture that {@link PictureSpeed} has drawn twice; {@code jpeg} or {@code png}. */
  public static void main(String[] arguments) throws Exception {
    String format = arguments[0];
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/pictures"));
    byte[] picture = Files.readAllBytes(Path.of("target", "picture." + format));
    var engines = Set.of(Engine.DYNAMODB, Engine.S3, Engine.REDIS);
    try (Engines started = Engines.start(engines, Optional.empty(), work)) {
      started.sdkProperties().forEach(System::setProperty);
      PicturePost bench =
          new PicturePost(new CallSpeed(root, null), new QuestionPostHandler(ready(started, root)));
      for (int time = 1; time <= 2; time++) {
        bench.post(time, format, picture);
      }
      System.out.println("  peak " + PictureSpeed.peak());
    }
  }

  private static Map<String, String> ready(Engines engines, Path root) throws IOException {
    Questions.seed(engines.dynamodb(), root.resolve("template.yaml"), 1);
    LocalNames names = new LocalNames("", URI.create("http://sqs.invalid"));
    Template template =
        Template.read(root.resolve("template.yaml"), Map.of("Local", "true"), names);
    Buckets.createMissing(Clients.s3(engines.s3()), template.buckets());
    Map<String, String> variables =
        new HashMap<>(template.function("QuestionPostFunction").environment());
    variables.put("CACHE_ENDPOINT", "127.0.0.1:" + engines.redisPort());
    variables.put("CACHE_TLS", "false");
    return variables;
  }

  private void post(int time, String format, byte[] picture) throws Exception {
    byte[] event = question(uploaded(format, picture), time);
    long start = System.nanoTime();
    long cpu = cpu();
    speed.body(function, event);
    System.out.printf(
        "  %d. %s, %,d bytes: %.2f s, %.2f s of CPU of the process%n",
        time, format, picture.length, (System.nanoTime() - start) / 1e9, (cpu() - cpu) / 1e9);
  }

  private static long cpu() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }

  private String uploaded(String format, byte[] picture) throws Exception {
    ObjectNode event = mine("questionpost-upload");
    String type = "image/" + format;
    event.put("body", "{\"type\":\"" + type + "\",\"length\":" + picture.length + "}");
    JsonNode upload = Json.MAPPER.readTree(speed.body(function, bytes(event))).path("response");
    HttpRequest put =
        HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
            .header("Content-Type", type)
            .PUT(HttpRequest.BodyPublishers.ofByteArray(picture))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status = client.send(put, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("S3 responds " + status);
      }
    }
    return upload.path("key").asText();
  }

  private byte[] question(String key, int time) throws IOException {
    ObjectNode event = mine("questionpost-question");
    String boundary = event.at("/headers/content-type").asText().replaceFirst(".*boundary=", "");
    String form =
        """
        --%1$s
        content-type: application/json; charset=utf-8
        content-disposition: form-data; name="request"

        {"title":"사진 %2$d","context":"글","tag":"기숙사","images":["%3$s"]}
        --%1$s--
        """
            .formatted(boundary, time, key);
    byte[] body = form.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    event.put("body", Base64.getEncoder().encodeToString(body)).put("isBase64Encoded", true);
    return bytes(event);
  }

  private ObjectNode mine(String name) throws IOException {
    ObjectNode event = speed.event(name);
    event.withObject("/requestContext/authorizer").put("userId", MEMBER);
    return event;
  }

  private static byte[] bytes(ObjectNode event) throws IOException {
    return Json.MAPPER.writeValueAsBytes(event);
  }
}
