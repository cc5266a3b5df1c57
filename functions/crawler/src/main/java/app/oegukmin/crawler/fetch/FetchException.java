package app.oegukmin.crawler.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A page that could not be fetched; the message names its URL. */
public final class FetchException extends IOException {

  private static final long serialVersionUID = 1L;

  private enum Kind {
    PASSING,
    LASTING,
    MISSING
  }

  private final Kind kind;
  private final Duration pause;
  private final String host;

  private FetchException(URI url, String reason, Kind kind, Duration pause, Throwable cause) {
    super(reason + ": " + url, cause);
    this.kind = kind;
    this.pause = pause;
    this.host = url.getHost();
  }

  /** A failure that may be gone at the next try: the network, an overloaded server. */
  static FetchException passing(URI url, String reason, Throwable cause) {
    return new FetchException(url, reason, Kind.PASSING, null, cause);
  }

  /** A failure after which the host asks for a pause. */
  static FetchException busy(URI url, String reason, Duration pause) {
    return new FetchException(url, reason, Kind.PASSING, pause, null);
  }

  /** A failure that another try would repeat. */
  static FetchException lasting(URI url, String reason) {
    return new FetchException(url, reason, Kind.LASTING, null, null);
  }

  /** The site says that it has no such page. */
  static FetchException missing(URI url, String reason) {
    return new FetchException(url, reason, Kind.MISSING, null, null);
  }

  /** Whether another try may succeed. */
  public boolean passing() {
    return kind == Kind.PASSING;
  }

  /** Whether the site has no such page. */
  public boolean missing() {
    return kind == Kind.MISSING;
  }

  /** The host that failed, which is the one to be left alone. */
  public String host() {
    return host;
  }

  /** The pause that the host asks for, empty when it names none. */
  public Optional<Duration> pause() {
    return Optional.ofNullable(pause);
  }
}
