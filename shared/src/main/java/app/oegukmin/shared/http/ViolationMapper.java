package app.oegukmin.shared.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.stream.Collectors;

/**
 * Says which field of a request is wrong and why, never with its value: 400 C001, where the
 * original answered 401 (D-A8). For functions that validate bodies.
 */
public final class ViolationMapper implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException thrown) {
    String message =
        thrown.getConstraintViolations().stream()
            .map(violation -> field(violation) + " " + violation.getMessage())
            .sorted()
            .collect(Collectors.joining("; "));
    return ErrorMapper.response(ErrorCode.INVALID_INPUT, message);
  }

  private static String field(ConstraintViolation<?> violation) {
    String last = "body";
    for (Path.Node node : violation.getPropertyPath()) {
      last = node.getName() == null || node.getName().startsWith("arg") ? last : node.getName();
    }
    return last;
  }
}
