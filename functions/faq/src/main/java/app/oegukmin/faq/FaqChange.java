package app.oegukmin.faq;

import app.oegukmin.shared.faq.FaqRequest;

/** What replaces an FAQ entry, but for its pictures. */
record FaqChange(
    Long id, String title, String question, String answer, String language, String tag) {

  FaqRequest content() {
    return new FaqRequest(title, question, answer, language, tag);
  }
}
