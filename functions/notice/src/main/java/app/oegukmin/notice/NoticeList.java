package app.oegukmin.notice;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeTable;
import java.util.Locale;
import java.util.Optional;

/**
 * The list of notices that a request is about.
 *
 * @param type in lower case: all spellings are one (contract §6.2), in the cache too
 */
record NoticeList(Language language, String type) {

  /** A blank type is all, a blank language Korean; empty when there is no such language. */
  static Optional<NoticeList> of(String type, String languageTag) {
    String asked = type.isBlank() ? NoticeTable.ALL : type.toLowerCase(Locale.ROOT);
    return (languageTag.isBlank() ? Optional.of(Language.KO) : Language.of(languageTag))
        .map(language -> new NoticeList(language, asked));
  }
}
