package app.oegukmin.shared.web;

import java.net.URI;
import java.util.Optional;

/** Where the request for a page goes. */
@FunctionalInterface
public interface Destination {

  /**
   * The address to connect to for a page.
   *
   * @throws WebException when the page is not to be asked for
   */
  URI locate(URI page) throws WebException;

  /**
   * The destination of pages of the public internet.
   *
   * @param campus the address of what stands in for every site, empty to ask the sites themselves
   */
  static Destination of(Optional<URI> campus) {
    return campus.<Destination>map(StandInAddress::new).orElseGet(PublicAddress::ofSystem);
  }
}
