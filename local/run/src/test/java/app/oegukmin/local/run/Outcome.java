package app.oegukmin.local.run;

import app.oegukmin.testkit.RuntimeApi.Response;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an event came to.
 *
 * @param response the function's response, or its error, without what each call makes anew
 * @param left how many items and messages lie where afterwards
 */
record Outcome(boolean failed, JsonNode response, Map<String, Integer> left) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Named by their fields, quoted once more inside a proxy response's body: tokens, the moment of a
   * change or a post, the moment by which a crawl is known. By how they begin: keys of uploads, and
   * what signs them; addresses of pictures.
   */
  private static final Pattern MADE_ANEW =
      Pattern.compile(
          "(\\\\?\"(?:accessToken|refreshToken|ticket|(?:created|updated|modified)Date|run)\\\\?\":\\\\?\"|\\braw/|/question/)[^\"\\\\]+");

  /** Ids of posts are moments, too; those of notices have more digits. */
  private static final Pattern NEW_POST = Pattern.compile("(\\\\?\"id\\\\?\":)\\d{15}\\b");

  static Outcome of(Response response, Map<String, Integer> left) {
    String text =
        NEW_POST.matcher(MADE_ANEW.matcher(response.body()).replaceAll("$1…")).replaceAll("$10");
    try {
      JsonNode tree = JSON.readTree(text);
      if (response.failed()) {
        // The trace begins in another caller.
        ((ObjectNode) tree).retain("errorMessage", "errorType");
      }
      return new Outcome(response.failed(), tree, left);
    } catch (JsonProcessingException e) {
      throw new AssertionError("No JSON: " + response.body(), e);
    }
  }
}
