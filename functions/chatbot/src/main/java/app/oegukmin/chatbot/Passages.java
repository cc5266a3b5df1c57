package app.oegukmin.chatbot;

import app.oegukmin.shared.search.Passage;
import java.util.List;

/** Finds what may answer a question. Safe for use by many threads. */
interface Passages {

  /**
   * Passages as their rows are now, best first: none is of what is hidden or gone.
   *
   * @throws ChatbotFailure when they cannot be asked for
   */
  List<Passage> find(Question question);
}
