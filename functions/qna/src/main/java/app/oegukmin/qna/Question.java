package app.oegukmin.qna;

import app.oegukmin.shared.post.Author;
import app.oegukmin.shared.post.Picture;
import app.oegukmin.shared.post.PostKind;
import java.util.List;

/** A question without its text. */
record Question(
    long id,
    String title,
    String tag,
    Author author,
    String createdDate,
    String updatedDate,
    List<Picture> pictures,
    long answerCount) {

  /** The key of its text and of its answers. */
  static String key(long id) {
    return PostKind.QUESTION.key(id);
  }
}
