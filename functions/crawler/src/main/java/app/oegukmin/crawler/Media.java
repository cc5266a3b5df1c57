package app.oegukmin.crawler;

import java.util.List;

/**
 * What is asked for, and the only thing accepted: the official site answers JSON instead of its
 * pages to who does not ask for HTML.
 */
enum Media {
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

  /** Whether an answer of a media type is what was asked for. */
  boolean accepts(String mediaType) {
    return List.of(accept.split(", ", -1)).contains(mediaType);
  }
}
