package app.oegukmin.help;

import app.oegukmin.shared.post.PostText;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.stream.Stream;

/**
 * What a member writes of a new help article. Author and country come from the profile, whatever a
 * body says (D-S10).
 *
 * @param helper the app sends 0 or 1 (contract §1.12); null is false, as in the original
 */
record HelpRequest(String title, String context, @JsonProperty("isHelper") Boolean helper) {

  /**
   * The same as it is stored.
   *
   * @throws app.oegukmin.shared.http.ApiException C001 when a text is not allowed
   */
  HelpRequest checked() {
    return new HelpRequest(
        PostText.TITLE.of("title", title),
        PostText.OTHER.of("context", context),
        Boolean.TRUE.equals(helper));
  }

  Stream<String> parts() {
    return Stream.of(title, context, helper.toString());
  }
}
