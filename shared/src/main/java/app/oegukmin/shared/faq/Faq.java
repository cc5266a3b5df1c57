package app.oegukmin.shared.faq;

import app.oegukmin.shared.post.Picture;
import app.oegukmin.shared.post.PostKind;
import java.util.List;

/**
 * An FAQ entry without its two texts.
 *
 * @param author the name of the administrator who wrote it, as the profile was then
 * @param language the tag of one of the app's languages
 */
public record Faq(
    long id,
    String title,
    String author,
    String tag,
    String language,
    String createdDate,
    String updatedDate,
    List<Picture> pictures) {

  /** Its name among all posts, and the key of the text that asks. */
  public static String key(long id) {
    return PostKind.FAQ.key(id);
  }

  /** The key of the text that answers: {@code faq#2#answer}. */
  public static String answerKey(long id) {
    return key(id) + "#answer";
  }
}
