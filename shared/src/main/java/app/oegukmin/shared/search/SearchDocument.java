package app.oegukmin.shared.search;

import app.oegukmin.shared.language.Language;
import java.util.Optional;

/**
 * What an index keeps of a notice or a post.
 *
 * @param kind what it is
 * @param id its id, one per kind and, for notices, per language
 * @param list the id that its list is sorted by: an answer's is that of its question
 * @param language the language it is in; empty when its writer did not say
 * @param group what its list can be filtered by: a notice's type, a question's tag; empty for none
 * @param date when it was written, in milliseconds since 1970
 * @param title its title, folded; empty for answers
 * @param body its text without markup, folded
 */
public record SearchDocument(
    SearchKind kind,
    long id,
    long list,
    Optional<Language> language,
    String group,
    long date,
    String title,
    String body) {

  /** The name of the document in an index. */
  public String key() {
    return key(kind, id);
  }

  /** The name of a document in an index. */
  public static String key(SearchKind kind, long id) {
    return kind.text() + "-" + id;
  }
}
