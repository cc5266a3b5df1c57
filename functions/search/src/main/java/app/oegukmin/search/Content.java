package app.oegukmin.search;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.SearchDocument;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.text.Folding;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A document as a reader sees it now.
 *
 * @param list the id that its list is sorted by: an answer's is that of its question
 * @param group a notice's type or a post's tag; empty for none
 * @param date {@code yyyy-MM-dd}
 * @param title an answer has that of its question
 * @param text without markup
 * @param link where it can be read
 * @param likes how many members like it, of an answer; else 0
 */
record Content(
    SearchKind kind,
    long id,
    long list,
    Optional<Language> language,
    String group,
    String date,
    String title,
    String text,
    String link,
    long likes) {

  /** What nobody can like. */
  Content(
      SearchKind kind,
      long id,
      long list,
      Optional<Language> language,
      String group,
      String date,
      String title,
      String text,
      String link) {
    this(kind, id, list, language, group, date, title, text, link, 0);
  }

  /** The document of the index. Not the title of its question, by which that is found itself. */
  SearchDocument document() {
    return new SearchDocument(
        kind,
        id,
        list,
        language,
        group,
        LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli(),
        kind == SearchKind.ANSWER ? "" : Folding.fold(title),
        Folding.fold(text));
  }
}
