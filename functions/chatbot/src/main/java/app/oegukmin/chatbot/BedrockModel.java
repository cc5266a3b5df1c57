package app.oegukmin.chatbot;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.model.AccessDeniedException;
import software.amazon.awssdk.services.bedrockruntime.model.BedrockRuntimeException;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ModelTimeoutException;
import software.amazon.awssdk.services.bedrockruntime.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/**
 * A model of Amazon Bedrock, by its operation Converse. The SDK's retries are off: each is paid.
 */
final class BedrockModel implements Model {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration LONGEST = Duration.ofSeconds(25);

  private final BedrockRuntimeClient client;
  private final String model;

  /** A model by its id, or that of an inference profile. */
  BedrockModel(BedrockRuntimeClient client, String model) {
    this.client = client;
    this.model = model;
  }

  /** A client without retries; Region, endpoint and credentials come from the SDK's chain. */
  static BedrockRuntimeClientBuilder client() {
    return BedrockRuntimeClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(LONGEST))
        .overrideConfiguration(config -> config.retryStrategy(AwsRetryStrategy.doNotRetry()));
  }

  @Override
  public Completion complete(Prompt prompt, Duration patience) {
    try {
      return completion(client.converse(request(prompt, patience)));
    } catch (BedrockRuntimeException e) {
      // Its message may repeat the prompt.
      throw new ChatbotFailure(kind(e), e.getClass().getSimpleName());
    } catch (SdkClientException e) {
      throw new ChatbotFailure(Kind.RESPONSE_LOST, e.getClass().getSimpleName());
    }
  }

  private ConverseRequest request(Prompt prompt, Duration patience) {
    return ConverseRequest.builder()
        .modelId(model)
        .system(SystemContentBlock.fromText(prompt.system()))
        .messages(
            Message.builder()
                .role(ConversationRole.USER)
                .content(ContentBlock.fromText(prompt.user()))
                .build())
        .inferenceConfig(limits -> limits.maxTokens(Prompt.MOST_WRITTEN).temperature(0f))
        .overrideConfiguration(config -> config.apiCallTimeout(patience))
        .build();
  }

  private static Completion completion(ConverseResponse response) {
    if (response.output() == null || response.output().message() == null) {
      throw new ChatbotFailure(Kind.UNREADABLE, "The response has no message");
    }
    String text =
        response.output().message().content().stream()
            .filter(block -> block.text() != null)
            .map(ContentBlock::text)
            .collect(Collectors.joining("\n"));
    if (text.isBlank()) {
      throw new ChatbotFailure(Kind.UNREADABLE, "The response has no text");
    }
    Integer tokens = response.usage() == null ? null : response.usage().totalTokens();
    return new Completion(
        text, tokens == null || tokens <= 0 ? OptionalLong.empty() : OptionalLong.of(tokens));
  }

  private static Kind kind(BedrockRuntimeException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> Kind.KEY_REFUSED;
      case ThrottlingException _ -> Kind.THROTTLED;
      case ValidationException _ -> Kind.REJECTED;
      case ResourceNotFoundException _ -> Kind.REJECTED;
      case ModelTimeoutException _ -> Kind.RESPONSE_LOST;
      default -> Kind.UNAVAILABLE;
    };
  }
}
