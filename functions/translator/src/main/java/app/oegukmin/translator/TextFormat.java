package app.oegukmin.translator;

/** How the vendor has to read a text. */
public enum TextFormat {
  /** Plain text without markup. */
  TEXT,
  /** A fragment of HTML whose tags stay. */
  HTML
}
