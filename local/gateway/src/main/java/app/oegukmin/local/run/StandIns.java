package app.oegukmin.local.run;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.local.campus.Campus;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
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
 * @param campus empty when the real university and the real DeepL are asked
 */
record StandIns(Engines engines, Optional<Campus> campus, SsmServer ssm) {

  /** Any key will do for the sample's DeepL. */
  private static final Optional<String> SAMPLE_KEY = Optional.of("sample");

  /** Starts them, over the data of earlier runs. */
  static StandIns start(Settings settings, LocalFolder folder, Secrets secrets, Cleanup cleanup)
      throws IOException {
    Optional<Campus> campus = Optional.empty();
    SsmServer ssm;
    if (settings.sampleCampus()) {
      campus = Optional.of(cleanup.keep(Campus.start(Clock.systemUTC(), 0)));
      ssm = cleanup.keep(SsmServer.start(name -> SAMPLE_KEY));
    } else {
      ssm = cleanup.keep(SsmServer.start(secrets::parameter));
    }
    Engines engines =
        cleanup.keep(
            Engines.start(EnumSet.allOf(Engine.class), Optional.of(folder.data()), folder.logs()));
    return new StandIns(engines, campus, ssm);
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
        sample -> {
          parameters.put("CampusUrl", sample.base().toString());
          parameters.put("DeepLUrl", sample.base() + "/api-free.deepl.com");
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
    campus.ifPresent(sample -> endpoints.put("CAMPUS_URL", sample.base().toString()));
    return endpoints;
  }

  private String cacheEndpoint() {
    return "127.0.0.1:" + engines.redisPort();
  }
}
