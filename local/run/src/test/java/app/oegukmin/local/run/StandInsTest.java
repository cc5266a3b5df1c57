package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.SelfSigned;
import app.oegukmin.local.campus.Campus;
import app.oegukmin.local.metric.CloudWatchServer;
import app.oegukmin.local.metric.MetricStore;
import app.oegukmin.local.service.FirebaseServer;
import app.oegukmin.local.service.FirebaseTokens;
import app.oegukmin.local.service.SsmServer;
import app.oegukmin.local.service.Vendors;
import app.oegukmin.local.standin.StandIn;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("process")
class StandInsTest {

  private static final Path PROJECT = Path.of(System.getProperty("project.root"));

  @TempDir static Path logs;

  private static Engines engines;
  private static Vendors vendors;
  private static SsmServer ssm;
  private static CloudWatchServer cloudWatch;

  @BeforeAll
  static void start() throws IOException {
    engines = Engines.ofBuild(logs);
    engines.add(EnumSet.allOf(Engine.class));
    vendors = Vendors.start(Clock.systemUTC());
    ssm = SsmServer.start(name -> Optional.empty(), Clock.systemUTC());
    cloudWatch = CloudWatchServer.start(new MetricStore(), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    cloudWatch.close();
    ssm.close();
    vendors.close();
    engines.close();
  }

  private static StandIns standIns(
      Optional<URI> campus, Optional<Campus> sample, Optional<FirebaseServer> firebase) {
    String mode = firebase.isPresent() ? "strict" : "legacy";
    return new StandIns(
        engines, campus, sample, campus.map(any -> vendors), ssm, cloudWatch, firebase, mode);
  }

  private static Map<String, String> environment(StandIns standIns, String function)
      throws IOException {
    Template template = standIns.template(PROJECT);
    return template.function(function).environment();
  }

  @Test
  void sendTheFunctionsToTheCampusThatStandsIn() throws IOException {
    StandIns sample =
        standIns(Optional.of(URI.create("http://127.0.0.1:1")), Optional.empty(), Optional.empty());

    assertThat(environment(sample, "CrawlerFunction"))
        .containsEntry("CAMPUS_URL", "http://127.0.0.1:1");
    assertThat(environment(sample, "TranslatorFunction").get("DEEPL_URL"))
        .startsWith("http://127.0.0.1:1/");
    assertThat(environment(sample, "SpeechFunction"))
        .containsEntry("AZURE_SPEECH_URL", vendors.azure().uri().toString());
    assertThat(environment(sample, "NotifierFunction"))
        .containsEntry("FCM_URL", vendors.fcm().uri().toString());
    assertThat(environment(sample, "ChatbotFunction"))
        .containsEntry("CHATBOT_MODEL", "none")
        .containsEntry("CHATBOT_MODEL_URL", vendors.openAi().uri() + "/v1");
    assertThat(sample.sdkProperties())
        .containsEntry("aws.endpointUrlBedrockRuntime", vendors.bedrock().uri().toString());
    assertThat(sample.endpoints()).containsEntry("CAMPUS_URL", "http://127.0.0.1:1");
  }

  @Test
  void leaveTheRealCampusToTheTemplate() throws IOException {
    StandIns live = standIns(Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(environment(live, "CrawlerFunction").get("CAMPUS_URL")).isBlank();
    assertThat(environment(live, "TranslatorFunction").get("DEEPL_URL"))
        .doesNotContain("127.0.0.1");
    assertThat(environment(live, "SpeechFunction").get("AZURE_SPEECH_URL")).isBlank();
    assertThat(environment(live, "NotifierFunction").get("FCM_URL")).isBlank();
    assertThat(environment(live, "ChatbotFunction").get("CHATBOT_MODEL_URL")).isBlank();
    assertThat(live.sdkProperties()).doesNotContainKey("aws.endpointUrlBedrockRuntime");
    assertThat(live.endpoints()).doesNotContainKey("CAMPUS_URL");
  }

  @Test
  void tellTheFunctionsOfTheFirebaseThatIsPlayed() throws IOException {
    SelfSigned signer = SelfSigned.rsa(logs.resolve("firebase.p12"), "CN=test");
    FirebaseTokens tokens = new FirebaseTokens(signer, Clock.systemUTC());
    try (FirebaseServer firebase = FirebaseServer.start(tokens, Clock.systemUTC())) {
      StandIns strict = standIns(Optional.empty(), Optional.empty(), Optional.of(firebase));

      assertThat(environment(strict, "KeysFunction"))
          .containsEntry("FIREBASE_PROJECT_ID", FirebaseTokens.PROJECT)
          .containsEntry("FIREBASE_KEYS_URL", firebase.keys().toString());
      assertThat(environment(strict, "UserFunction"))
          .containsEntry("SIGN_IN_MODE", "strict")
          .containsEntry("LOCAL", "true")
          .containsEntry("FIREBASE_PROJECT_ID", FirebaseTokens.PROJECT);
      assertThat(strict.endpoints()).containsEntry("FIREBASE_URL", firebase.uri().toString());
    }
  }

  @Test
  void tellTheFunctionsOfNoFirebaseUnlessOneIsPlayed() throws IOException {
    StandIns legacy = standIns(Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(environment(legacy, "UserFunction")).containsEntry("SIGN_IN_MODE", "legacy");
    assertThat(legacy.endpoints()).doesNotContainKey("FIREBASE_URL");
  }

  @Test
  void nameWhatIsPlayedForAShell() throws IOException {
    try (Campus university = Campus.start(Clock.systemUTC())) {
      StandIns sample =
          standIns(Optional.of(university.base()), Optional.of(university), Optional.empty());

      assertThat(sample.endpoints())
          .containsEntry("STAND_INS", "sites deepl azure fcm openai bedrock ssm cloudwatch")
          .containsEntry("SITES_URL", university.base().toString())
          .containsEntry("DEEPL_URL", university.base() + "/api-free.deepl.com")
          .containsEntry("SSM_URL", ssm.endpoint().toString());
      assertThat(environment(sample, "TranslatorFunction"))
          .containsEntry("DEEPL_URL", university.deeplUrl().toString());
      assertThat(sample.faults().standIns())
          .extracting(StandIn::service)
          .startsWith("sites", "deepl", "azure", "fcm", "openai", "bedrock", "ssm")
          .contains("www.kookmin.ac.kr");
    }
    StandIns live = standIns(Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(live.endpoints())
        .containsEntry("STAND_INS", "ssm cloudwatch")
        .doesNotContainKeys("SITES_URL", "DEEPL_URL");
  }

  @Test
  void connectTheFunctionsToTheQueuesAndTheCache() throws IOException {
    StandIns standIns = standIns(Optional.empty(), Optional.empty(), Optional.empty());

    assertThat(environment(standIns, "CrawlerFunction").get("CRAWL_QUEUE_URL"))
        .startsWith(engines.sqs().toString());
    assertThat(environment(standIns, "NoticeFunction"))
        .containsEntry("CACHE_ENDPOINT", "127.0.0.1:" + engines.redisPort())
        .containsEntry("CACHE_ENDPOINT", standIns.endpoints().get("VALKEY_ENDPOINT"));
  }
}
