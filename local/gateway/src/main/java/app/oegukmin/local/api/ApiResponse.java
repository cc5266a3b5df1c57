package app.oegukmin.local.api;

/** The response to the caller. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares responses.
record ApiResponse(int status, Headers headers, byte[] body) {

  ApiResponse with(String name, String value) {
    return new ApiResponse(status, headers.with(name, value), body);
  }
}
