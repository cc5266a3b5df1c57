package app.oegukmin.local.service;

import app.oegukmin.local.standin.StandIn;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Plays the vendors whose services functions call with a key of the operator's. */
public record Vendors(AzureServer azure, FcmServer fcm, ModelServer openAi, ModelServer bedrock)
    implements AutoCloseable {

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

  /** What {@code make fail} is told about them. */
  public List<StandIn> standIns() {
    return List.of(azure.standIn(), fcm.standIn(), openAi.standIn(), bedrock.standIn());
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
