package app.oegukmin.crawler.site;

import java.net.URI;
import java.util.Optional;

/**
 * One notice board: an entry of {@code boards.json}.
 *
 * @param name short and lasting; names the board in messages, counts and commands
 * @param site how its pages are read
 * @param list its first list page
 * @param type the app's type of all its notices (contract §8.2), empty when each article tells
 * @param office whom to ask about its notices
 * @param every minutes between two reads of its list by the schedule
 */
public record Board(
    String name, Site site, URI list, Optional<String> type, Office office, int every) {

  private static final String INDEX = "index.do";

  /**
   * What the addresses of this board's articles begin with, unless they lie in another board's
   * deeper folder.
   */
  public String folder() {
    String address = list.toString();
    return address.endsWith("/" + INDEX)
        ? address.substring(0, address.length() - INDEX.length())
        : address;
  }

  /** The host that is asked for its list and articles. */
  public String host() {
    return list.getHost();
  }
}
