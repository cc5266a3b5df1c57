package app.oegukmin.shared.search;

import java.util.Locale;

/** What can be found. The names are those of the wire. */
public enum SearchKind {
  NOTICE,
  QUESTION,
  /** An answer; it is found as its question. */
  ANSWER,
  FAQ,
  HELP;

  /** As documents of an index and responses spell it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
