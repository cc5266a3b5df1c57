package app.oegukmin.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A response of a function behind API Gateway, as the app sees it.
 *
 * @param headers names with their values in lists
 * @param body the envelope
 */
public record ApiResponse(int status, JsonNode headers, JsonNode body) {

  /** What was asked for. */
  public JsonNode content() {
    return body.path("response");
  }

  /** The status and the code of a refusal: {@code 400 C003}. */
  public String refusal() {
    return status + " " + body.path("code").asText();
  }

  /** The titles of a list. */
  public List<String> titles() {
    return content().findValuesAsText("title");
  }

  /** The texts of a field that has several. */
  public List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    content().path(field).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
