package app.oegukmin.shared.web;

import java.net.URI;

/**
 * A server that stands in for every site: {@code https://site/path?query} is asked for as {@code
 * base/site/path?query}.
 */
record StandInAddress(URI base) implements Destination {

  @Override
  public URI locate(URI page) {
    String folder = base.toString().endsWith("/") ? base.toString() : base + "/";
    String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
    return URI.create(folder + page.getRawAuthority() + page.getRawPath() + query);
  }
}
