package app.oegukmin.shared.metric;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MetricsTest {

  @Test
  void writesOneLineThatCloudWatchReadsAsAMetric() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Clock clock = Clock.fixed(Instant.ofEpochMilli(1_795_510_800_000L), ZoneOffset.UTC);
    new Metrics("translator", clock, new PrintStream(out, true, StandardCharsets.UTF_8))
        .count("Characters", 1200);

    JsonNode line = Json.MAPPER.readTree(out.toString(StandardCharsets.UTF_8));
    JsonNode set = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(1_795_510_800_000L);
    assertThat(set.path("Namespace").asText()).isEqualTo("Oegukmin");
    assertThat(set.at("/Dimensions/0/0").asText()).isEqualTo("Service");
    assertThat(set.at("/Metrics/0/Name").asText()).isEqualTo("Characters");
    assertThat(line.path("Service").asText()).isEqualTo("translator");
    assertThat(line.path("Characters").asLong()).isEqualTo(1200);
  }
}
