package app.oegukmin.chatbot;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.Envelope;
import app.oegukmin.shared.http.ErrorCode;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The HTTP edge of the chatbot (contract §6.10). */
@Path("/api/chatbot")
@Produces(MediaType.APPLICATION_JSON)
public final class ChatbotResource {

  private final AnswerService answers;

  /** A resource over the rules. */
  ChatbotResource(AnswerService answers) {
    this.answers = answers;
  }

  /**
   * Answers a question: 400 C001 for what is none, else always 200, because the app locks its input
   * on any other status.
   */
  @POST
  public Envelope<AnswerView> answer(QuestionRequest request) {
    if (request == null) {
      throw new ApiException(ErrorCode.INVALID_INPUT);
    }
    return Envelope.of("success", new AnswerView(answers.answer(request.question())));
  }
}
