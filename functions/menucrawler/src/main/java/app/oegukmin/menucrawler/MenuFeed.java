package app.oegukmin.menucrawler;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;

/** A place where the cafeterias' menus are published. */
interface MenuFeed {

  /** Where it is, for the log. */
  URI address();

  /**
   * Reads the days from one to another, both included, as far as the feed has them, and perhaps
   * others.
   *
   * @throws IOException when it cannot be fetched or is malformed
   */
  MenuReading read(LocalDate from, LocalDate to) throws IOException;
}
