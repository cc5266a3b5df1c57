package app.oegukmin.local.api;

/** The response to the caller. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares responses.
record ApiAnswer(int status, Headers headers, byte[] body) {

  ApiAnswer with(String name, String value) {
    return new ApiAnswer(status, headers.with(name, value), body);
  }
}
