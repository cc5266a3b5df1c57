package app.oegukmin.shared.language;

import java.util.List;
import java.util.Optional;

/** The languages of the app (contract §8.1). */
public enum Language {
  KO("KO", 0),
  EN_US("EN-US", 1),
  ZH("ZH", 2);

  /** What notices are translated into; they are written in Korean. */
  public static final List<Language> TRANSLATED = List.of(EN_US, ZH);

  private final String tag;
  private final int code;

  Language(String tag, int code) {
    this.tag = tag;
    this.code = code;
  }

  /** The spelling on the wire. */
  public String tag() {
    return tag;
  }

  /** The number of the language within ids, 0 to 3; never to be changed. */
  public int code() {
    return code;
  }

  /** The language of a tag in any case ({@code ko} works, contract §6.2), empty when unknown. */
  public static Optional<Language> of(String tag) {
    for (Language language : values()) {
      if (language.tag.equalsIgnoreCase(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
