package app.oegukmin.qna.picture;

import app.oegukmin.qna.QuestionRequest;
import java.util.List;

/**
 * The JSON part of a new question. Author and country of a body are ignored (D-S10).
 *
 * @param images keys of uploads, or null; for clients that know them
 */
record QuestionForm(String title, String context, String tag, List<String> images) {

  QuestionRequest question() {
    return new QuestionRequest(title, context, tag);
  }
}
