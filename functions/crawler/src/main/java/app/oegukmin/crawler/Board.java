package app.oegukmin.crawler;

import java.net.URI;
import java.util.Optional;

/**
 * One notice board: an entry of {@code boards.json}.
 *
 * @param name short and lasting; names the board in messages, counts and commands
 * @param site how its pages are read
 * @param list its first list page
 * @param type the app's type of all its notices (contract §8.2), empty when each article tells
 */
record Board(String name, Site site, URI list, Optional<String> type) {

  /** The folder whose articles are this board's, unless they lie in another board's deeper one. */
  String folder() {
    String address = list.toString();
    return address.substring(0, address.lastIndexOf('/') + 1);
  }
}
