package app.oegukmin.local.service;

import app.oegukmin.local.standin.StandIn;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Plays the vendors whose services functions call with a key of the operator's. */
public record Vendors(AzureServer azure, FcmServer fcm, ModelServer openAi, ModelServer bedrock)
    implements AutoCloseable {

  /** Any key will do for what is played here, but FCM's, which signs. */
  private static final String SAMPLE_KEY = "sample";

  private static final String FCM_KEY = "fcm-key";

  /**
   * Starts all on free ports of 127.0.0.1.
   *
   * @param clock tells when an injected fault is over
   */
  public static Vendors start(InstantSource clock) throws IOException {
    return new Vendors(
        AzureServer.start(clock),
        FcmServer.start(clock),
        ModelServer.openAi(clock),
        ModelServer.bedrock(clock));
  }

  /** The value of an SSM parameter that holds a key. */
  public String key(String parameter) {
    return parameter.endsWith(FCM_KEY) ? fcm.key() : SAMPLE_KEY;
  }

  /** What {@code make fail} is told about them. */
  public List<StandIn> standIns() {
    return List.of(azure.standIn(), fcm.standIn(), openAi.standIn(), bedrock.standIn());
  }

  /** The template's parameters that lead to them. */
  public Map<String, String> parameters() {
    return Map.of(
        "AzureSpeechUrl", azure.uri().toString(),
        "FcmUrl", fcm.uri().toString(),
        "ChatbotModelUrl", openAi.uri() + "/v1");
  }

  /** The system properties by which the SDK finds them. */
  public Map<String, String> sdkProperties() {
    return Map.of("aws.endpointUrlBedrockRuntime", bedrock.uri().toString());
  }

  @Override
  public void close() {
    azure.close();
    fcm.close();
    openAi.close();
    bedrock.close();
  }
}
