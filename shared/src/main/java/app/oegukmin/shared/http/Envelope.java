package app.oegukmin.shared.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** The form of every answer (contract §3.1): absent parts are left out, not null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"success", "code", "message", "response"})
public record Envelope(boolean success, String code, String message, Object response) {

  /** A success with the message the contract names and what was asked for. */
  public static Envelope of(String message, Object response) {
    return new Envelope(true, null, message, response);
  }

  /** A refusal. */
  public static Envelope of(ErrorCode code, String message) {
    return new Envelope(false, code.code(), message, null);
  }
}
