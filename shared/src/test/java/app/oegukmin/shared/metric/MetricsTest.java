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

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Clock clock = Clock.fixed(Instant.ofEpochMilli(1_795_510_800_000L), ZoneOffset.UTC);
  private final Metrics metrics =
      new Metrics("translator", clock, new PrintStream(out, true, StandardCharsets.UTF_8));

  @Test
  void writesOneLineThatCloudWatchReadsAsAMetric() throws IOException {
    metrics.count("Characters", 1200);

    JsonNode line = line();
    JsonNode set = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(1_795_510_800_000L);
    assertThat(set.path("Namespace").asText()).isEqualTo("Oegukmin");
    assertThat(set.at("/Dimensions/0/0").asText()).isEqualTo("Service");
    assertThat(set.at("/Metrics/0/Name").asText()).isEqualTo("Characters");
    assertThat(set.at("/Metrics/0/Unit").asText()).isEqualTo("Count");
    assertThat(line.path("Service").asText()).isEqualTo("translator");
    assertThat(line.path("Characters").asLong()).isEqualTo(1200);
  }

  @Test
  void aMetricWithoutAnotherDimensionIsOfItsServiceAlone() throws IOException {
    metrics.count("Characters", 1);

    assertThat(line().at("/_aws/CloudWatchMetrics/0/Dimensions")).hasToString("[[\"Service\"]]");
  }

  @Test
  void aMetricWithAnotherDimensionIsAlsoOneOfTheWholeService() throws IOException {
    metrics.by("Vendor", "deepl").record("CallTime", 312, Unit.MILLISECONDS);

    JsonNode line = line();
    JsonNode set = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(set.path("Dimensions")).hasToString("[[\"Service\"],[\"Service\",\"Vendor\"]]");
    assertThat(set.at("/Metrics/0/Unit").asText()).isEqualTo("Milliseconds");
    assertThat(line.path("Service").asText()).isEqualTo("translator");
    assertThat(line.path("Vendor").asText()).isEqualTo("deepl");
    assertThat(line.path("CallTime").asLong()).isEqualTo(312);
  }

  @Test
  void aNoteStandsInTheLineAndIsNoDimension() throws IOException {
    metrics.by("Trouble", "UnknownName").noting("About", "김밥\n천국").count("MenuTrouble", 2);

    JsonNode line = line();
    assertThat(line.path("About").asText()).isEqualTo("김밥\n천국");
    assertThat(line.at("/_aws").toString()).doesNotContain("About");
    assertThat(line.path("MenuTrouble").asLong()).isEqualTo(2);
  }

  @Test
  void aTroubleIsOneMetricOfAllServicesByItsKind() throws IOException {
    metrics.tell(Trouble.LIMIT_OPENED_BY_OUTAGE);

    JsonNode line = line();
    JsonNode set = line.at("/_aws/CloudWatchMetrics/0");
    assertThat(set.path("Dimensions")).hasToString("[[\"Kind\"]]");
    assertThat(set.at("/Metrics/0/Name").asText()).isEqualTo("Trouble");
    assertThat(line.path("Kind").asText()).isEqualTo("LimitOpenedByOutage");
    assertThat(line.path("Trouble").asLong()).isOne();
    assertThat(line.path("Service").asText()).isEqualTo("translator");
  }

  private JsonNode line() throws IOException {
    assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    return Json.MAPPER.readTree(out.toByteArray());
  }
}
