package app.oegukmin.chatbot;

import java.time.Duration;

/** Writes texts. Safe for use by many threads. */
interface Model {

  /**
   * What the model writes; nothing of it is to be believed.
   *
   * @param patience how long it may take
   * @throws ChatbotFailure when it writes nothing now
   */
  Completion complete(Prompt prompt, Duration patience);
}
