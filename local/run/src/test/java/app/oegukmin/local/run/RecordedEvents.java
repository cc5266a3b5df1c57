package app.oegukmin.local.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The files of events/, in which a run puts its own secrets and ids for the recorded ones. */
final class RecordedEvents {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String UNSIGNED = "to be signed with the secret of the run";

  private final Path directory;
  private final byte[] secret;
  private final Map<String, String> values = new TreeMap<>();

  RecordedEvents(Path root, String hmacSecret) {
    this.directory = root.resolve("events");
    this.secret = Base64.getDecoder().decode(hmacSecret);
  }

  /** The names of the events of a function, without {@code .json}. */
  List<String> of(String logicalId) throws IOException {
    try (var files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
          .filter(name -> (name.split("-", 2)[0] + "Function").equalsIgnoreCase(logicalId))
          .sorted()
          .toList();
    }
  }

  /** From now on, one text stands for another in every event. */
  void replace(String recorded, String real) {
    values.put(recorded, real);
  }

  /** From now on the translator's and the dispatcher's events are about this article. */
  void about(Map<String, AttributeValue> article) {
    replace("175244025847617", article.get("id").n());
    replace("5f2b", article.get("hash").s());
  }

  byte[] read(String name) {
    try {
      String event = Files.readString(directory.resolve(name + ".json"));
      for (Map.Entry<String, String> value : values.entrySet()) {
        event = event.replace(value.getKey(), value.getValue());
      }
      String body = JSON.readTree(event).path("body").asText();
      return event.replace(UNSIGNED, Student.hmac(secret, body)).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
