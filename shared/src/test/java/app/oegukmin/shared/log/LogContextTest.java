package app.oegukmin.shared.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.oegukmin.shared.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogContextTest {

  private static final Logger LOG = LoggerFactory.getLogger(LogContextTest.class);
  private static final String TRACE = "1-5759e988-bd862e3fe1be46a994272793";
  private static final FakeInvocation FIRST =
      new FakeInvocation("r-1", "Root=" + TRACE + ";Parent=53995c3f42cd8ad8;Sampled=1");

  private final LogContext context = new LogContext();
  private StandardOutput output;

  @BeforeEach
  void listen() {
    output = new StandardOutput();
  }

  @AfterEach
  void stop() {
    output.close();
  }

  @Test
  void everyLineOfAnInvocationSaysWhichItIs() {
    log(FIRST, "GET /api/announcement/{id}");

    assertThat(output.lines())
        .singleElement()
        .asString()
        .startsWith("LogContextTest: hello ")
        .contains(
            " AWSRequestId=r-1",
            " traceId=" + TRACE,
            " route=\"GET /api/announcement/{id}\"",
            " version=7",
            " coldStart=true");
  }

  @Test
  void onlyTheFirstInvocationIsAColdStart() {
    log(FIRST, "aws:sqs");
    log(new FakeInvocation("r-2", null), "aws:sqs");

    assertThat(output.lines().get(0)).contains("coldStart=true");
    assertThat(output.lines().get(1)).contains("coldStart=false", "AWSRequestId=r-2");
  }

  @Test
  void returnsWhatTheWorkReturns() {
    assertThat(context.call(FIRST, "schedule", () -> 3)).isEqualTo(3);
  }

  @Test
  void primingIsNoInvocation() {
    log(null, "GET /api/announcement");
    log(FIRST, "GET /api/announcement");

    assertThat(output.lines().get(0))
        .isEqualTo("LogContextTest: hello route=\"GET /api/announcement\"");
    assertThat(output.lines().get(1)).contains("coldStart=true");
  }

  @Test
  void nothingIsLeftForTheNextInvocation() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                context.run(
                    FIRST,
                    "aws:sqs",
                    () -> {
                      throw new IOException();
                    }));
    LOG.info("later");

    assertThat(output.lines()).containsExactly("LogContextTest: later");
  }

  @Test
  void aRuntimeWhoseContextKnowsNoTraceLeavesItInAProperty() {
    System.setProperty("com.amazonaws.xray.traceHeader", "Root=" + TRACE + ";Sampled=0");
    try {
      log(withoutTrace(), "aws:sqs");
    } finally {
      System.clearProperty("com.amazonaws.xray.traceHeader");
    }

    assertThat(output.lines().getFirst()).contains("traceId=" + TRACE);
  }

  @Test
  void theFieldsOfAJsonLineCanBeFilteredBy() throws IOException {
    context.run(FIRST, "aws:sqs", () -> json().info("공지 {}", 3));

    JsonNode line = Json.MAPPER.readTree(output.lines().getFirst());
    assertThat(line.path("timestamp").asText()).isEqualTo("2026-11-29T03:00:00Z");
    assertThat(line.path("level").asText()).isEqualTo("INFO");
    assertThat(line.path("message").asText()).isEqualTo("Json: 공지 3");
    assertThat(line.path("AWSRequestId").asText()).isEqualTo("r-1");
    assertThat(line.path("traceId").asText()).isEqualTo(TRACE);
    assertThat(line.path("route").asText()).isEqualTo("aws:sqs");
    assertThat(line.path("version").asText()).isEqualTo("7");
    assertThat(line.path("coldStart").asText()).isEqualTo("true");
  }

  @Test
  void anExceptionIsPartOfItsJsonLine() throws IOException {
    json().error("failed", new IllegalStateException("no page"));

    assertThat(output.lines()).hasSize(1);
    assertThat(Json.MAPPER.readTree(output.lines().getFirst()).path("message").asText())
        .startsWith("Json: failed\njava.lang.IllegalStateException: no page\n\tat ");
  }

  @Test
  void pairsOfTheFluentApiAreFields() throws IOException {
    LOG.atInfo().addKeyValue("board", "학사공지").addKeyValue("pages", 3).log("crawled {}", "all");
    json().atWarn().addKeyValue("pages", 3).addKeyValue("message", "not this").log("crawled");

    assertThat(output.lines().get(0)).isEqualTo("LogContextTest: crawled all board=학사공지 pages=3");
    JsonNode line = Json.MAPPER.readTree(output.lines().get(1));
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.path("pages").asText()).isEqualTo("3");
    assertThat(line.path("message").asText()).isEqualTo("Json: crawled");
  }

  @Test
  void whatIsBelowTheThresholdIsNotWrittenFluentlyEither() {
    LOG.atDebug().addKeyValue("board", "1").log("debug");

    assertThat(output.lines()).isEqualTo(List.of());
  }

  private void log(Context invocation, String route) {
    context.run(invocation, route, () -> LOG.info("hello"));
  }

  /** What a call of a method does that the runtime's own interface has not. */
  private static Context withoutTrace() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getXrayTraceId")) {
                throw new NoSuchMethodError();
              }
              return method.invoke(FIRST, arguments);
            });
  }

  private static Logger json() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-29T03:00:00Z"), ZoneOffset.UTC);
    return new LambdaLoggers(Map.of("AWS_LAMBDA_LOG_FORMAT", "JSON"), clock)
        .getLogger("app.oegukmin.Json");
  }
}
