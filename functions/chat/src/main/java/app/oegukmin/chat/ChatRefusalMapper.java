package app.oegukmin.chat;

import app.oegukmin.shared.http.Envelope;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Turns a refusal into 400 in the envelope of chat, which has no code (contract §3.1). */
final class ChatRefusalMapper implements ExceptionMapper<ChatRefusal> {

  private static final int STATUS = 400;

  @Override
  public Response toResponse(ChatRefusal refusal) {
    return Response.status(STATUS)
        .type(MediaType.APPLICATION_JSON)
        .entity(new Envelope<>(false, null, refusal.reason().text(), null))
        .build();
  }
}
