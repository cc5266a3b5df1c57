package app.oegukmin.crawler.fetch;

import java.util.List;

/**
 * The media type that is asked for and accepted: the official site sends JSON instead of its pages
 * to clients that do not ask for HTML.
 */
public enum Media {
  HTML("text/html"),
  JSON("application/json"),
  FEED("application/rss+xml, application/xml, text/xml"),
  TEXT("text/plain");

  private final String accept;

  Media(String accept) {
    this.accept = accept;
  }

  /** The value of the Accept header. */
  String accept() {
    return accept;
  }

  /** Whether a response of a media type is what was asked for. */
  boolean accepts(String mediaType) {
    return List.of(accept.split(", ", -1)).contains(mediaType);
  }
}
