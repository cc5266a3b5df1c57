package app.oegukmin.local.api;

/** What goes back to the caller. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares answers.
record ApiAnswer(int status, Headers headers, byte[] body) {

  ApiAnswer with(String name, String value) {
    return new ApiAnswer(status, headers.with(name, value), body);
  }
}
