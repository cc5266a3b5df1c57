package app.oegukmin.local.run;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.local.campus.Campus;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands in for AWS and the world outside.
 *
 * @param campus what is asked in place of the university and DeepL; empty to ask the real ones
 * @param firebase there when signing in takes an ID token
 */
record StandIns(
    Engines engines, Optional<URI> campus, SsmServer ssm, Optional<FirebaseServer> firebase) {

  /** Any key will do for the sample's DeepL. */
  private static final Optional<String> SAMPLE_KEY = Optional.of("sample");

  /** Starts them, over the data of earlier runs. */
  static StandIns start(Settings settings, LocalFolder folder, Secrets secrets, Cleanup cleanup)
      throws IOException {
    Optional<URI> campus = settings.campus().standIn();
    if (settings.campus().sample()) {
      campus = Optional.of(cleanup.keep(Campus.start(Clock.systemUTC(), 0)).base());
    }
    // A real key is for the real DeepL alone.
    SsmServer ssm =
        cleanup.keep(
            campus.isPresent()
                ? SsmServer.start(name -> SAMPLE_KEY)
                : SsmServer.start(secrets::parameter));
    Optional<FirebaseServer> firebase = Optional.empty();
    if (settings.strict()) {
      var tokens = new FirebaseTokens(secrets.firebase(), Clock.systemUTC());
      firebase = Optional.of(cleanup.keep(FirebaseServer.start(tokens)));
    }
    Engines engines =
        cleanup.keep(
            Engines.start(EnumSet.allOf(Engine.class), Optional.of(folder.data()), folder.logs()));
    return new StandIns(engines, campus, ssm, firebase);
  }

  /** Points the SDK of every function here: a function names no endpoint, as on Lambda. */
  void pointSdk() {
    engines.sdkProperties().forEach(System::setProperty);
    System.setProperty("aws.endpointUrlSsm", ssm.endpoint().toString());
  }

  /** The template with its values on this machine. */
  Template template(Path root) throws IOException {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("Local", "true");
    parameters.put("CacheEndpoint", cacheEndpoint());
    campus.ifPresent(
        base -> {
          parameters.put("CampusUrl", base.toString());
          parameters.put("DeepLUrl", base + "/api-free.deepl.com");
        });
    firebase.ifPresent(
        played -> {
          parameters.put("SignInMode", "strict");
          parameters.put("FirebaseProjectId", FirebaseTokens.PROJECT);
          parameters.put("FirebaseKeysUrl", played.keys().toString());
        });
    return Template.read(
        root.resolve("template.yaml"), parameters, new LocalNames("", engines.sqs()));
  }

  /** Where they listen, as variables for a shell. */
  Map<String, String> endpoints() {
    Map<String, String> endpoints = new LinkedHashMap<>();
    endpoints.put("DYNAMODB_ENDPOINT", engines.dynamodb().toString());
    endpoints.put("SQS_ENDPOINT", engines.sqs().toString());
    endpoints.put("S3_ENDPOINT", engines.s3().toString());
    endpoints.put("SSM_ENDPOINT", ssm.endpoint().toString());
    endpoints.put("VALKEY_ENDPOINT", cacheEndpoint());
    endpoints.put("REDIS_PORT", String.valueOf(engines.redisPort()));
    campus.ifPresent(base -> endpoints.put("CAMPUS_URL", base.toString()));
    firebase.ifPresent(played -> endpoints.put("FIREBASE_URL", played.uri().toString()));
    return endpoints;
  }

  private String cacheEndpoint() {
    return "127.0.0.1:" + engines.redisPort();
  }
}
