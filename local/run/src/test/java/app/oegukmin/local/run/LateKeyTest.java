package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.engines.AwsClients;
import app.oegukmin.local.campus.Campus;
import app.oegukmin.local.event.EventSources;
import app.oegukmin.local.event.Mapping;
import app.oegukmin.local.function.FunctionHost;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.service.SsmServer;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything from the sample university to the lists, while DeepL's key comes late. */
@Tag("process")
class LateKeyTest {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));
  private static final String SINCE = "untranslatedSince";

  @TempDir Path folder;

  private final Cleanup cleanup = new Cleanup();
  private final Clock clock = Clock.systemUTC();
  private final AtomicReference<Optional<String>> key = new AtomicReference<>(Optional.empty());
  private final AtomicReference<FunctionHost> host = new AtomicReference<>();
  private Template template;
  private AwsClients aws;
  private List<Mapping> mappings;

  @BeforeEach
  void start() throws IOException {
    LocalAws local =
        LocalAws.start(
            folder,
            cleanup,
            cleanup.keep(Campus.start(clock)).base(),
            cleanup.keep(SsmServer.start(name -> key.get(), clock)));
    template = local.template();
    aws = local.clients();
    // The same for both runs: who stops a long poll loses what comes to it later.
    Functions functions = (id, event, trace) -> host.get().invoke(id, event, trace);
    mappings = new EventSources(template, aws, local.writes(), folder, clock).start(functions);
    mappings.forEach(cleanup::keep);
  }

  @AfterEach
  void stop() {
    cleanup.close();
  }

  @Test
  @DisplayName("F-29: crawled without a key, translated within one catch-up once there is one")
  void f29_translatesWhatWasCrawledWithoutAKey() throws Exception {
    run("CrawlStartFunction", "{\"source\":\"manual\",\"boards\":[\"official-administration\"]}");
    int untranslated = untranslated().size();
    assertThat(untranslated).isPositive();
    assertThat(translated()).isZero();

    key.set(Optional.of("sample"));
    anHourPasses();
    run("CatchUpFunction", "{\"source\":\"schedule\"}");

    assertThat(untranslated()).isEmpty();
    assertThat(translated()).isEqualTo(untranslated);
  }

  /** Runs a function, and whatever follows until nothing does; the functions remember nothing. */
  private void run(String function, String event) throws Exception {
    try (FunctionHost fresh = new FunctionHost(template.functions(), PROJECT, folder, clock, 100)) {
      host.set(fresh);
      Drain drain = new Drain(mappings, clock);
      fresh.invoke(function, event.getBytes(StandardCharsets.UTF_8));
      assertThat(drain.await(counts -> {})).isTrue();
    }
  }

  /** Makes what is stored an hour older than it is. */
  private void anHourPasses() {
    for (Map<String, AttributeValue> row : untranslated()) {
      long before = Long.parseLong(row.get(SINCE).n()) - Duration.ofHours(1).toMillis();
      aws.dynamodb()
          .updateItem(
              update ->
                  update
                      .tableName(notices())
                      .key(Map.of("feed", row.get("feed"), "id", row.get("id")))
                      .updateExpression("SET untranslatedSince = :before")
                      .expressionAttributeValues(
                          Map.of(":before", AttributeValue.fromN(Long.toString(before)))));
    }
  }

  private List<Map<String, AttributeValue>> untranslated() {
    return rows().stream().filter(row -> row.containsKey(SINCE)).toList();
  }

  /** How many rows of the lists of all bear a translation of their version. */
  private long translated() {
    return rows().stream()
        .filter(row -> row.get("feed").s().endsWith("#전체"))
        .filter(row -> row.get("hash").equals(row.get("translatedHash")))
        .count();
  }

  private List<Map<String, AttributeValue>> rows() {
    return aws.dynamodb().scanPaginator(scan -> scan.tableName(notices())).items().stream()
        .toList();
  }

  private String notices() {
    return template.tables().stream()
        .filter(table -> table.logicalId().equals("NoticeTable"))
        .map(Table::name)
        .findFirst()
        .orElseThrow();
  }
}
