package app.oegukmin.shared.faq;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.post.PostText;
import java.util.stream.Stream;

/** What an administrator writes of an FAQ entry. The author comes from the profile (D-S10). */
public record FaqRequest(
    String title, String question, String answer, String language, String tag) {

  /**
   * The same as it is stored.
   *
   * @throws ApiException C001 when a text, the tag or the language is not allowed
   */
  public FaqRequest checked() {
    return new FaqRequest(
        PostText.TITLE.of("title", title),
        PostText.OTHER.of("question", question),
        PostText.OTHER.of("answer", answer),
        requireLanguage(language),
        PostText.TITLE.of("tag", tag));
  }

  /** What makes two requests the same. */
  public Stream<String> parts() {
    return Stream.of(title, question, answer, language, tag);
  }

  private static String requireLanguage(String tag) {
    return Language.of(tag == null ? "" : tag)
        .map(Language::tag)
        .orElseThrow(() -> new ApiException(ErrorCode.INVALID_INPUT, "language is unknown"));
  }
}
