package app.oegukmin.local.api;

/**
 * What the gateway responds without or instead of a function (aws §1.3). A name that is no gateway
 * response type of AWS can only be changed through {@code DEFAULT_4XX} or {@code DEFAULT_5XX}.
 */
public enum Failure {
  ACCESS_DENIED(403, "AccessDeniedException", "User is not authorized to access this resource"),
  API_CONFIGURATION_ERROR(500, "InternalServerErrorException", "Internal server error"),
  AUTHORIZER_CONFIGURATION_ERROR(500, "AuthorizerConfigurationException", null),
  BAD_REQUEST(400, "BadRequestException", "Bad Request"),
  BAD_GATEWAY(502, "InternalServerErrorException", "Internal server error"),
  HEADERS_TOO_LARGE(431, "RequestHeaderFieldsTooLargeException", "Request Header Fields Too Large"),
  INCOMPLETE_SIGNATURE(
      403, "IncompleteSignatureException", "Authorization header requires 'Credential' parameter."),
  INTEGRATION_TIMEOUT(504, "InternalServerErrorException", "Endpoint request timed out"),
  INTERNAL_SERVER_ERROR(500, "InternalServerErrorException", "Internal server error"),
  INVALID_API_KEY(403, "ForbiddenException", "Forbidden"),
  MISSING_AUTHENTICATION_TOKEN(
      403, "MissingAuthenticationTokenException", "Missing Authentication Token"),
  QUOTA_EXCEEDED(429, "LimitExceededException", "Limit Exceeded"),
  REQUEST_TOO_LARGE(413, "RequestTooLargeException", "Request Too Long"),
  THROTTLED(429, "TooManyRequestsException", "Too Many Requests"),
  UNAUTHORIZED(401, "UnauthorizedException", "Unauthorized"),
  URI_TOO_LONG(414, "RequestUriTooLongException", "Request URI Too Long");

  private final int status;
  private final String errorType;
  private final String message;

  Failure(int status, String errorType, String message) {
    this.status = status;
    this.errorType = errorType;
    this.message = message;
  }

  /** The status of the response. */
  public int status() {
    return status;
  }

  /** The header {@code x-amzn-ErrorType}. */
  public String errorType() {
    return errorType;
  }

  /** Null where AWS says null. */
  public String message() {
    return message;
  }

  /** Whose settings count where the type has none of its own. */
  String family() {
    return status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
  }
}
