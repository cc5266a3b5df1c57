package app.oegukmin.shared.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * The form of every response (contract §3.1): absent parts are left out, not null.
 *
 * @param code of a refusal, absent in a success
 * @param response what was asked for, absent in a refusal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"success", "code", "message", "response"})
public record Envelope<T>(boolean success, String code, String message, T response) {

  /** A success with the message the contract names and what was asked for. */
  public static <T> Envelope<T> of(String message, T response) {
    return new Envelope<>(true, null, message, response);
  }

  /** A refusal. */
  public static Envelope<Void> of(ErrorCode code, String message) {
    return new Envelope<>(false, code.code(), message, null);
  }
}
