package app.oegukmin.bench;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.local.api.RestApi;
import app.oegukmin.local.function.FunctionError;
import app.oegukmin.local.function.FunctionHost;
import app.oegukmin.local.function.Functions;
import app.oegukmin.local.function.TraceHeader;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What the local gateway adds to a call: the list of notices, from the cache, by the packaged
 * function called directly with the very event that the gateway makes, and over HTTP through route,
 * authorizer, usage plan and stage throttle. The authorizer's function does nothing, so that what
 * it costs is the gateway's part alone. Rounds are interleaved, differences are taken within a
 * round.
 */
public final class GatewaySpeed implements Functions {

  private static final int ROUNDS = 15;
  private static final int CALLS = 1_000;
  private static final int WARM_UP = 3;
  private static final String FUNCTION = "NoticeFunction";
  private static final String TARGET = "/api/announcement?language=KO";
  private static final String ANSWER = "Successfully load announcement list";

  /** Percentiles of one round in microseconds. */
  private record Sample(double p50, double p99) {}

  /** Sends one call and returns the response. */
  private interface Call {
    String make() throws IOException, FunctionError;
  }

  private final FunctionHost host;
  private final byte[] verdict;
  private volatile byte[] event = {};

  private GatewaySpeed(FunctionHost host, String key) {
    this.host = host;
    this.verdict =
        """
        {"principalId":"guest","usageIdentifierKey":"%s","context":{"tier":"guest"},
         "policyDocument":{"Version":"2012-10-17","Statement":[
           {"Action":"execute-api:Invoke","Effect":"Allow","Resource":"*"}]}}
        """
            .formatted(key)
            .getBytes(StandardCharsets.UTF_8);
  }

  /** Prints a table; needs everything packaged. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/gateway"));
    Set<Engine> wanted = Set.of(Engine.DYNAMODB, Engine.REDIS);
    try (Engines engines = Engines.start(wanted, Optional.empty(), work)) {
      engines.sdkProperties().forEach(System::setProperty);
      Notices.seed(engines.dynamodb(), root.resolve("template.yaml"));
      Template template = template(root, engines.redisPort());
      engines.admit(template);
      Clock clock = Clock.systemUTC();
      try (FunctionHost host = new FunctionHost(template.functions(), root, work, clock, 1)) {
        var speed = new GatewaySpeed(host, template.outputs().get("GuestPlanKey"));
        try (RestApi api = new RestApi(template.api().orElseThrow(), speed, clock, 0)) {
          api.start();
          speed.run(api.uri());
        }
      }
    }
  }

  /** With throttles that a single caller cannot meet. */
  private static Template template(Path root, int redisPort) throws IOException {
    String unlimited = "1000000";
    Map<String, String> parameters =
        Map.of(
            "Local",
            "true",
            "CacheEndpoint",
            "127.0.0.1:" + redisPort,
            "GuestRequestsPerSecond",
            unlimited,
            "RouteRequestsPerSecond",
            unlimited);
    LocalNames names = new LocalNames("", URI.create("http://sqs.invalid"));
    return Template.read(root.resolve("template.yaml"), parameters, names);
  }

  @Override
  public byte[] invoke(String function, byte[] payload, TraceHeader trace) throws FunctionError {
    if (!function.equals(FUNCTION)) {
      return verdict.clone();
    }
    event = payload;
    return host.invoke(function, payload, trace);
  }

  private void run(URI server) throws IOException, FunctionError {
    Sample[] direct = new Sample[ROUNDS];
    Sample[] through = new Sample[ROUNDS];
    try (KeptConnection http = new KeptConnection(server)) {
      http.get(TARGET);
      byte[] same = event.clone();
      Call call = () -> new String(host.invoke(FUNCTION, same), StandardCharsets.UTF_8);
      Call request = () -> http.get(TARGET);
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        Sample one = measure(call);
        Sample other = measure(request);
        if (round >= 0) {
          direct[round] = one;
          through[round] = other;
        }
      }
    }
    print("p50", direct, through, Sample::p50);
    print("p99", direct, through, Sample::p99);
  }

  private static Sample measure(Call call) throws IOException, FunctionError {
    double[] micros = new double[CALLS];
    for (int i = 0; i < CALLS; i++) {
      long start = System.nanoTime();
      String answer = call.make();
      micros[i] = (System.nanoTime() - start) / 1e3;
      if (!answer.contains(ANSWER)) {
        throw new UncheckedIOException(new IOException("Unexpected answer: " + answer));
      }
    }
    Arrays.sort(micros);
    return new Sample(micros[CALLS / 2], micros[CALLS * 99 / 100]);
  }

  private static void print(
      String name, Sample[] direct, Sample[] through, ToDoubleFunction<Sample> percentile) {
    double[] theirs = Arrays.stream(direct).mapToDouble(percentile).toArray();
    double[] ours = Arrays.stream(through).mapToDouble(percentile).toArray();
    double[] added = new double[ROUNDS];
    Arrays.setAll(added, round -> ours[round] - theirs[round]);
    System.out.printf(
        "%s in µs: direct %s, through the gateway %s, added %s%n",
        name, spread(theirs), spread(ours), spread(added));
  }

  /** Median and range. */
  private static String spread(double[] values) {
    Arrays.sort(values);
    return "%,.0f [%,.0f-%,.0f]"
        .formatted(values[values.length / 2], values[0], values[values.length - 1]);
  }
}
