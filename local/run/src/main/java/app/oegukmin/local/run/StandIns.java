package app.oegukmin.local.run;

import static java.util.stream.Collectors.joining;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.local.campus.Campus;
import app.oegukmin.local.campus.Trouble;
import app.oegukmin.local.metric.CloudWatchServer;
import app.oegukmin.local.metric.MetricStore;
import app.oegukmin.local.service.FirebaseServer;
import app.oegukmin.local.service.FirebaseTokens;
import app.oegukmin.local.service.SsmServer;
import app.oegukmin.local.service.Vendors;
import app.oegukmin.local.standin.FaultControl;
import app.oegukmin.local.standin.StandIn;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What stands in for AWS and the world outside.
 *
 * @param campus what is asked in place of the university and DeepL; empty to ask the real ones
 * @param sample there when the sample is what is asked
 * @param vendors what is asked in place of vendors; empty to ask the real ones
 * @param firebase there unless nobody signs in with an ID token
 * @param signInMode {@code strict} or {@code legacy}
 */
record StandIns(
    Engines engines,
    Optional<URI> campus,
    Optional<Campus> sample,
    Optional<Vendors> vendors,
    SsmServer ssm,
    CloudWatchServer cloudWatch,
    Optional<FirebaseServer> firebase,
    String signInMode) {

  /** Any key will do for what is played here, but FCM's, which signs. */
  private static final String SAMPLE_KEY = "sample";

  private static final String FCM_KEY = "fcm-key";

  /** Starts them, over the data of earlier runs. */
  static StandIns start(
      Settings settings, LocalFolder folder, Secrets secrets, Clock clock, Cleanup cleanup)
      throws IOException {
    Optional<Campus> sample = Optional.empty();
    if (settings.campus().sample()) {
      sample = Optional.of(cleanup.keep(campus(settings.trouble(), clock)));
    }
    Optional<URI> campus = sample.map(Campus::base).or(settings.campus()::standIn);
    Optional<Vendors> vendors = Optional.empty();
    if (campus.isPresent()) {
      vendors = Optional.of(cleanup.keep(Vendors.start(clock)));
    }
    // A real key is for the real DeepL and the real vendors alone.
    Function<String, Optional<String>> keys =
        vendors.map(StandIns::sampleKeys).orElse(secrets::parameter);
    SsmServer ssm = cleanup.keep(SsmServer.start(keys, clock));
    var tokens = new FirebaseTokens(secrets.firebase(), clock);
    FirebaseServer firebase = cleanup.keep(FirebaseServer.start(tokens, clock));
    Engines engines =
        cleanup.keep(
            Engines.start(EnumSet.allOf(Engine.class), Optional.of(folder.data()), folder.logs()));
    String mode = settings.strict() ? "strict" : "legacy";
    CloudWatchServer cloudWatch = cleanup.keep(CloudWatchServer.start(new MetricStore(), clock));
    return new StandIns(
        engines, campus, sample, vendors, ssm, cloudWatch, Optional.of(firebase), mode);
  }

  /** The parameters of a run that asks nobody outside. */
  private static Function<String, Optional<String>> sampleKeys(Vendors vendors) {
    return name -> Optional.of(name.endsWith(FCM_KEY) ? vendors.fcm().key() : SAMPLE_KEY);
  }

  private static Campus campus(Optional<Long> trouble, Clock clock) throws IOException {
    return trouble.isPresent()
        ? Campus.start(clock, new Trouble(trouble.get()))
        : Campus.start(clock);
  }

  /** The services of the outside world that are played here. */
  List<StandIn> played() {
    List<StandIn> played = new ArrayList<>();
    sample.ifPresent(university -> played.addAll(university.standIns()));
    vendors.ifPresent(each -> played.addAll(each.standIns()));
    firebase.ifPresent(server -> played.add(server.standIn()));
    played.add(ssm.standIn());
    played.add(cloudWatch.standIn());
    return played;
  }

  /** What makes them fail, single hosts of the sample too. */
  FaultControl faults() {
    List<StandIn> all = new ArrayList<>(played());
    sample.ifPresent(university -> university.hosts().forEach(all::add));
    return new FaultControl(all);
  }

  /** The system properties by which the SDK of every function finds what is played here. */
  Map<String, String> sdkProperties() {
    Map<String, String> properties = new HashMap<>(engines.sdkProperties());
    properties.put("aws.endpointUrlSsm", ssm.endpoint().toString());
    properties.put("aws.endpointUrlCloudWatch", cloudWatch.endpoint().toString());
    vendors.ifPresent(played -> properties.putAll(played.sdkProperties()));
    return properties;
  }

  /** Points the SDK of every function here: a function names no endpoint, as on Lambda. */
  void pointSdk() {
    sdkProperties().forEach(System::setProperty);
  }

  /** The template with its values on this machine. */
  Template template(Path root) throws IOException {
    return template(root, Map.of());
  }

  /** The same with more parameters. */
  Template template(Path root, Map<String, String> more) throws IOException {
    Map<String, String> parameters = new HashMap<>(more);
    parameters.put("Local", "true");
    parameters.put("CacheEndpoint", cacheEndpoint());
    parameters.put("SignInMode", signInMode);
    campus.ifPresent(
        base -> {
          parameters.put("CampusUrl", base.toString());
          parameters.put("DeepLUrl", base + "/api-free.deepl.com");
        });
    vendors.ifPresent(
        played -> {
          parameters.put("AzureSpeechUrl", played.azure().uri().toString());
          parameters.put("FcmUrl", played.fcm().uri().toString());
          parameters.put("ChatbotModelUrl", played.openAi().uri() + "/v1");
        });
    firebase.ifPresent(
        played -> {
          parameters.put("FirebaseProjectId", FirebaseTokens.PROJECT);
          parameters.put("FirebaseKeysUrl", played.keys().toString());
        });
    LocalNames names = new LocalNames("", engines.sqs());
    parameters.put("MediaUrl", engines.media(names.reference("MediaBucket", "AWS::S3::Bucket")));
    return Template.read(root.resolve("template.yaml"), parameters, names);
  }

  /** Where they listen and how to sign in, as variables for a shell. */
  Map<String, String> endpoints() {
    Map<String, String> endpoints = new LinkedHashMap<>();
    endpoints.put("DYNAMODB_ENDPOINT", engines.front().uri().toString());
    endpoints.put("DYNAMODB_LOCAL_ENDPOINT", engines.dynamodb().toString());
    endpoints.put("SQS_ENDPOINT", engines.sqs().toString());
    endpoints.put("S3_ENDPOINT", engines.s3().toString());
    endpoints.put("VALKEY_ENDPOINT", cacheEndpoint());
    endpoints.put("REDIS_PORT", String.valueOf(engines.redisPort()));
    endpoints.put("SIGN_IN_MODE", signInMode);
    campus.ifPresent(base -> endpoints.put("CAMPUS_URL", base.toString()));
    List<StandIn> played = played();
    endpoints.put("STAND_INS", played.stream().map(StandIn::service).collect(joining(" ")));
    played.forEach(each -> endpoints.put(variable(each), each.uri().toString()));
    return endpoints;
  }

  /** {@code DEEPL_URL} for {@code deepl}. */
  private static String variable(StandIn standIn) {
    return standIn.service().toUpperCase(Locale.ROOT) + "_URL";
  }

  private String cacheEndpoint() {
    return "127.0.0.1:" + engines.redisPort();
  }
}
