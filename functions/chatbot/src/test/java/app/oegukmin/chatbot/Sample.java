package app.oegukmin.chatbot;

import app.oegukmin.shared.search.Passage;

/** Passages for tests. */
final class Sample {

  private Sample() {}

  static Passage notice(long id, String title, String text) {
    return notice(id, "KO", title, text);
  }

  static Passage notice(long id, String language, String title, String text) {
    String link = "https://www.kookmin.ac.kr/notice/" + id / 4;
    return new Passage("notice", id, language, title, "2026-11-20", link, text, 1);
  }

  static Passage faq(long id, String title, String text) {
    String link = "/api/faq/read?id=" + id;
    return new Passage("faq", id, "KO", title, "2026-11-19", link, text, 1);
  }

  static Passage answer(long id, String title, String text) {
    return answer(id, title, text, 3);
  }

  static Passage answer(long id, String title, String text, long likes) {
    String link = "/api/question/read?id=" + id;
    return new Passage("answer", id, "", title, "2026-11-21", link, text, 1, likes);
  }
}
