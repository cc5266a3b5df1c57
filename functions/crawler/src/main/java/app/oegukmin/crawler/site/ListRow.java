package app.oegukmin.crawler.site;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An article as a list shows it.
 *
 * @param url canonical: the article's identity (D-N2)
 * @param number the article's number on its site
 * @param title may be cut short by the list
 * @param written empty when the row shows no date, as pinned rows do
 * @param category empty string when the row names none
 * @param pinned whether the site keeps it on top; it may be old
 */
public record ListRow(
    URI url,
    long number,
    String title,
    Optional<LocalDate> written,
    String category,
    boolean pinned) {

  /** Its URL as text. */
  public String address() {
    return url.toString();
  }

  /** Whether a list shows it, with its title. */
  public boolean listed() {
    return !title.isEmpty();
  }

  /** An article of which nothing but its address is known. */
  public static ListRow unlisted(URI url, long number) {
    return new ListRow(url, number, "", Optional.empty(), "", false);
  }
}
