package app.oegukmin.qna.picture;

import app.oegukmin.shared.faq.FaqRequest;
import java.util.List;

/**
 * The JSON part of a new FAQ entry. The author of a body is ignored (D-S10).
 *
 * @param images keys of uploads, or null
 */
record FaqForm(
    String title,
    String question,
    String answer,
    String language,
    String tag,
    List<String> images) {

  FaqRequest entry() {
    return new FaqRequest(title, question, answer, language, tag);
  }
}
