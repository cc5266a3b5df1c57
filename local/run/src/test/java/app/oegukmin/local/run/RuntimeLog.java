package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a function has logged under the runtime client, from some line on.
 *
 * @param skipped lines that do not count
 */
record RuntimeLog(Path file, long skipped) {

  private static final ObjectMapper JSON = new ObjectMapper();

  // The runtime's own lines do not begin with the simple name of a class, or tell an exception: its
  // message and class, and in the next line the class again.
  private static final Pattern OURS =
      Pattern.compile("(?![^\\n]*: ([\\w.$]+)\\n\\1)[A-Z][A-Za-z]*: .*", Pattern.DOTALL);

  /** The log from now on. */
  static RuntimeLog from(Path file) throws IOException {
    return new RuntimeLog(file, Files.readAllLines(file).size());
  }

  /** Each line of ours is JSON that says in which invocation of which route it was written. */
  void assertLinesSayTheirInvocation() throws IOException {
    for (JsonNode line : lines()) {
      assertThat(line.path("AWSRequestId").asText()).as("%s", line).startsWith("8476a536-");
      assertThat(line.path("traceId").asText()).as("%s", line).startsWith("1-5bef4de7-");
      assertThat(line.path("route").asText()).as("%s", line).isNotEmpty();
      assertThat(line.path("version").asText()).as("%s", line).isEqualTo("1");
      assertThat(line.path("coldStart").asText()).as("%s", line).isIn("true", "false");
    }
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String text : Files.readAllLines(file).stream().skip(skipped).toList()) {
      assertThat(text).startsWith("{");
      JsonNode line = JSON.readTree(text);
      if (OURS.matcher(line.path("message").asText()).matches()) {
        lines.add(line);
      }
    }
    return lines;
  }
}
