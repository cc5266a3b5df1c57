package app.oegukmin.shared.work;

import app.oegukmin.shared.language.Language;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Translate one version of one article into one language.
 *
 * @param article the article part of its {@link app.oegukmin.shared.notice.NoticeId}
 * @param hash the version of the Korean original; when it has changed, a newer message exists
 * @param language never Korean
 */
@JsonTypeName("notice")
public record TranslateNotice(long article, String hash, Language language)
    implements TranslateWork {

  /**
   * Checks version and language.
   *
   * @throws IllegalArgumentException when the version is empty or the language Korean
   */
  public TranslateNotice {
    if (hash.isEmpty() || language == Language.KO) {
      throw new IllegalArgumentException("Not a version to translate: " + article);
    }
  }

  /** {@code <article>:<hash>:<language>}. */
  @Override
  public String key() {
    return article + ":" + hash + ":" + language.tag();
  }
}
