package app.oegukmin.qna;

import app.oegukmin.shared.post.PostText;
import java.util.stream.Stream;

/**
 * What a member writes of a question. Author and country come from the profile, whatever a body
 * says (D-S10).
 */
public record QuestionRequest(String title, String context, String tag) {

  /**
   * The same as it is stored.
   *
   * @throws app.oegukmin.shared.http.ApiException C001 when a text or the tag is not allowed
   */
  public QuestionRequest checked() {
    return new QuestionRequest(
        PostText.TITLE.of("title", title),
        PostText.QUESTION.of("context", context),
        Tags.require(tag));
  }

  Stream<String> parts() {
    return Stream.of(title, context, tag);
  }
}
