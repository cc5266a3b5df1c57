package app.oegukmin.qna;

import com.fasterxml.jackson.databind.JsonNode;

/** A response as the app sees it. */
record Response(int status, JsonNode headers, JsonNode body) {

  /** What was asked for. */
  JsonNode content() {
    return body.path("response");
  }

  /** The status and the code of a refusal: {@code 400 C003}. */
  String refusal() {
    return status + " " + body.path("code").asText();
  }
}
