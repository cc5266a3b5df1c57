package app.oegukmin.chatbot;

import app.oegukmin.chatbot.ChatbotFailure.Kind;
import app.oegukmin.shared.budget.MonthlyBudget;
import app.oegukmin.shared.metric.Metrics;
import java.time.Duration;

/**
 * Enforces the operator's tokens of a month. A call reserves all that it may use before it is made,
 * and returns what was not billed; a call that may be billed although it failed stays counted.
 */
final class CappedModel implements Model {

  private final Model model;
  private final MonthlyBudget tokens;
  private final Metrics metrics;

  CappedModel(Model model, MonthlyBudget tokens, Metrics metrics) {
    this.model = model;
    this.tokens = tokens;
    this.metrics = metrics;
  }

  @Override
  public Completion complete(Prompt prompt, Duration patience) {
    long most = prompt.mostTokens();
    MonthlyBudget.Reservation reserved =
        tokens
            .reserve(most)
            .orElseThrow(
                () ->
                    new ChatbotFailure(
                        Kind.CAP_REACHED,
                        most + " more tokens would exceed the month's " + tokens.cap()));
    try {
      Completion completion = model.complete(prompt, patience);
      long billed = completion.tokens().orElse(most);
      metrics.count("ChatbotTokens", billed);
      metrics.count("MonthlyChatbotTokens", reserved.use(billed));
      return completion;
    } catch (ChatbotFailure failure) {
      if (!failure.kind().maybePaid()) {
        reserved.use(0);
      }
      throw failure;
    }
  }
}
