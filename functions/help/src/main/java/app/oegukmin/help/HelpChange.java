package app.oegukmin.help;

import app.oegukmin.shared.post.PostText;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * What replaces title, text and side of a help article.
 *
 * @param helper null leaves the side as it is
 */
record HelpChange(Long id, String title, String context, @JsonProperty("isHelper") Boolean helper) {

  /**
   * The same as it is stored.
   *
   * @throws app.oegukmin.shared.http.ApiException C001 when a text is not allowed
   */
  HelpChange checked() {
    return new HelpChange(
        id, PostText.TITLE.of("title", title), PostText.OTHER.of("context", context), helper);
  }

  Optional<Boolean> side() {
    return Optional.ofNullable(helper);
  }
}
