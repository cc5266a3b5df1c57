package app.oegukmin.chatbot;

import app.oegukmin.shared.retry.CircuitBreaker;
import java.time.Duration;
import java.time.InstantSource;

/** Calls no model for a while after failures, so that callers need not wait for another. */
final class GuardedModel implements Model {

  private final Model model;
  private final CircuitBreaker<ChatbotFailure> circuit;

  GuardedModel(Model model, InstantSource clock) {
    this.model = model;
    this.circuit = new CircuitBreaker<>(ChatbotFailure.class, ChatbotFailure::pause, clock);
  }

  @Override
  public Completion complete(Prompt prompt, Duration patience) {
    return circuit.call(() -> model.complete(prompt, patience));
  }
}
