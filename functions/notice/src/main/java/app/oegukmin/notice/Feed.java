package app.oegukmin.notice;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeTable;
import java.util.Locale;
import java.util.Optional;

/**
 * Which notices a request is about.
 *
 * @param type in lower case: all spellings are one (contract §6.2), in the cache too
 */
record Feed(Language language, String type) {

  /** A blank type is all, a blank language Korean; empty when there is no such language. */
  static Optional<Feed> of(String type, String languageTag) {
    String asked = type.isBlank() ? NoticeTable.ALL : type.toLowerCase(Locale.ROOT);
    return (languageTag.isBlank() ? Optional.of(Language.KO) : Language.of(languageTag))
        .map(language -> new Feed(language, asked));
  }
}
