package app.oegukmin.shared.http;

import app.oegukmin.shared.dynamo.BusyException;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns every exception into the app's envelope, because the app fails on any other body (contract
 * §1.5). A client's mistake is never a 500 or a 401 (D-A8, D-A9); the text of a failure of ours
 * never leaves (D-S16).
 */
final class ErrorMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorMapper.class);

  // Contention on one item is over as soon as those who wait have had their turn.
  private static final long BUSY_SECONDS = 1;

  @Override
  public Response toResponse(Throwable thrown) {
    return switch (thrown) {
      case ApiException refusal -> refused(refusal);
      case BusyException busy -> refused(new ApiException(ErrorCode.UNAVAILABLE, BUSY_SECONDS));
      case JsonProcessingException malformed ->
          response(ErrorCode.INVALID_INPUT, "Malformed JSON body");
      case NotFoundException absent ->
          Response.status(404)
              .type(MediaType.APPLICATION_JSON)
              .entity(new Envelope<>(false, null, "No such endpoint.", null))
              .build();
      case NotAllowedException method ->
          response(ErrorCode.METHOD_NOT_ALLOWED, ErrorCode.METHOD_NOT_ALLOWED.message());
      case WebApplicationException refusal when refusal.getResponse().getStatus() < 500 ->
          response(ErrorCode.INVALID_INPUT, ErrorCode.INVALID_INPUT.message());
      default -> {
        LOG.error("Request failed", thrown);
        yield response(ErrorCode.SERVER_ERROR, ErrorCode.SERVER_ERROR.message());
      }
    };
  }

  private static Response refused(ApiException refusal) {
    Response response = response(refusal.code(), refusal.getMessage());
    return refusal.retryAfter() == 0
        ? response
        : Response.fromResponse(response)
            .header(HttpHeaders.RETRY_AFTER, refusal.retryAfter())
            .build();
  }

  static Response response(ErrorCode code, String message) {
    return Response.status(code.status())
        .type(MediaType.APPLICATION_JSON)
        .entity(Envelope.of(code, message))
        .build();
  }
}
