package app.oegukmin.chatbot;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.Passage;
import app.oegukmin.shared.search.PassageRequest;
import app.oegukmin.shared.search.PassageResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Passages from PassageFunction, which is in the VPC with the index and has no route. */
final class LambdaPassages implements Passages {

  /** How long it may take, with all tries. */
  static final Duration PATIENCE = Duration.ofSeconds(7);

  private static final int MOST = 20;

  private final LambdaClient lambda;
  private final String function;

  /** Those of a function, by its name or ARN. */
  LambdaPassages(LambdaClient lambda, String function) {
    this.lambda = lambda;
    this.function = function;
  }

  @Override
  public List<Passage> find(Question question) {
    String words = Terms.of(question.text()).query();
    if (words.isEmpty()) {
      return List.of();
    }
    List<String> languages = question.searched().stream().map(Language::tag).toList();
    try {
      byte[] event = Json.MAPPER.writeValueAsBytes(new PassageRequest(words, languages, MOST));
      InvokeResponse response =
          lambda.invoke(
              invoke -> invoke.functionName(function).payload(SdkBytes.fromByteArray(event)));
      if (response.functionError() != null) {
        throw new ChatbotFailure(Kind.NO_PASSAGES, "The function has failed");
      }
      return Json.MAPPER
          .readValue(response.payload().asByteArray(), PassageResponse.class)
          .passages();
    } catch (SdkException | IOException e) {
      throw new ChatbotFailure(Kind.NO_PASSAGES, e.getClass().getSimpleName());
    }
  }
}
