package app.oegukmin.shared.http;

/** The refusals the app's envelope knows (contract §3.3); the messages are part of the contract. */
public enum ErrorCode {
  INVALID_INPUT(400, "C001", "Invalid Input Value"),
  METHOD_NOT_ALLOWED(405, "C002", "Method Not Allowed"),
  NOT_FOUND(400, "C003", "Entity Not Found"),
  SERVER_ERROR(500, "C004", "Server Error"),
  ACCESS_DENIED(403, "C006", "Access is Denied"),
  TOO_MANY_REQUESTS(429, "C007", "Too Many Requests"),
  /** For calls that must not run uncounted. The original had no code for it. */
  UNAVAILABLE(503, "C004", "Server Error"),
  INVALID_TOKEN(401, "J001", "Invalid JWT Token"),
  NO_REFRESH_TOKEN(401, "J002", "Not Existing Refresh Token"),
  EMAIL_TAKEN(400, "U001", "Already email exists"),
  INVALID_HMAC(403, "HM001", "HMAC is not valid"),
  EMPTY_FILE(400, "S301", "File is empty"),
  FILE_NOT_FOUND(400, "S303", "Not found file"),
  INVALID_FILE(400, "S304", "File is invalid"),
  UPLOAD_TOO_LARGE(400, "S307", "File size exceeded the max size"),
  SEARCH_TOO_SHORT(400, "S001", "Search key word is too short");

  private final int status;
  private final String code;
  private final String message;

  ErrorCode(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The code in the envelope. */
  public String code() {
    return code;
  }

  /** The message in the envelope unless the refusal says more. */
  public String message() {
    return message;
  }
}
