package app.oegukmin.shared.limit;

import java.time.Duration;
import java.util.Locale;

/**
 * The catalogue of limits: how much one subject may use. For an address the numbers are those of
 * one member; it gets a multiple of them ({@link Addresses}), because campus Wi-Fi and mobile
 * carriers put thousands of people behind one address.
 */
public enum Limit {
  /** What the shipped app needs: it loads pages back to back (contract §7.8, D-F3). */
  MEMBER_REQUESTS(20, 20, Duration.ofSeconds(3), Subject.Kind.USER, OnOutage.OPEN),
  /** Public routes without a good token. */
  GUEST_REQUESTS(20, 20, Duration.ofSeconds(3), Subject.Kind.IP, OnOutage.OPEN),
  /** Guessing from one address (D-S13). */
  SIGN_IN_ADDRESS(10, 10, Duration.ofMinutes(10), Subject.Kind.IP, OnOutage.OPEN),
  /** Making accounts from one address; campus Wi-Fi on orientation day must pass (F-1). */
  SIGN_UP_ADDRESS(20, 20, Duration.ofMinutes(10), Subject.Kind.IP, OnOutage.OPEN),
  /** Guessing one account's e-mail by sign-in or sign-up, from any address (D-S13, F-1). */
  SIGN_IN_ACCOUNT(10, 10, Duration.ofMinutes(10), Subject.Kind.ACCOUNT, OnOutage.OPEN),
  /** One search may read as much as thousands of lists, hence few at once (F-35). */
  SEARCH(2, 10, Duration.ofMinutes(1), Subject.Kind.IP, OnOutage.OPEN),
  /** New questions, answers and help articles; nobody writes faster by hand. */
  POSTS_MINUTE(10, 10, Duration.ofMinutes(1), Subject.Kind.USER, OnOutage.OPEN),
  /** The same over a day. */
  POSTS_DAY(100, 100, Duration.ofDays(1), Subject.Kind.USER, OnOutage.OPEN),
  /** Each report keeps a copy of a post and calls an administrator. */
  REPORTS_DAY(20, 20, Duration.ofDays(1), Subject.Kind.USER, OnOutage.OPEN),
  /** Handshakes of WebSocket connections; a client that has lost one waits before the next. */
  SOCKET_CONNECT(20, 20, Duration.ofMinutes(1), Subject.Kind.USER, OnOutage.OPEN),
  /** Chat messages; nobody writes faster by hand. */
  CHAT_MESSAGE(60, 60, Duration.ofMinutes(1), Subject.Kind.USER, OnOutage.OPEN),
  /** New chat rooms: whom to write to without having been asked (D-C10). */
  CHAT_ROOM(20, 20, Duration.ofDays(1), Subject.Kind.USER, OnOutage.OPEN),
  /** Each call of a model costs money. */
  CHATBOT_MINUTE(10, 10, Duration.ofMinutes(1), Subject.Kind.USER, OnOutage.CLOSED),
  /** The same over a day. */
  CHATBOT_DAY(200, 200, Duration.ofDays(1), Subject.Kind.USER, OnOutage.CLOSED),
  /** Paid by the call, and the app sends no token there (D-S13). */
  SPEECH(30, 30, Duration.ofHours(1), Subject.Kind.IP, OnOutage.CLOSED),
  /** Bytes: 5 a millisecond, enough for some fifty photos as a phone takes them. */
  IMAGE_BYTES(432_000_000, 432_000_000, Duration.ofDays(1), Subject.Kind.USER, OnOutage.CLOSED);

  /** What happens to a caller when Valkey cannot be asked. */
  public enum OnOutage {
    /** Calls pass: the service matters more than the limit. */
    OPEN,
    /** Calls are refused with 503, because they cost money. */
    CLOSED
  }

  @SuppressWarnings("ImmutableEnumChecker") // A record of three numbers.
  private final Bucket bucket;

  private final Subject.Kind subject;
  private final OnOutage onOutage;

  Limit(long capacity, long gain, Duration period, Subject.Kind subject, OnOutage onOutage) {
    this.bucket = Bucket.of(capacity, gain, period);
    this.subject = subject;
    this.onOutage = onOutage;
  }

  /** The name in keys and documents. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What one member may use. */
  public Bucket bucket() {
    return bucket;
  }

  /** Who has one of these each. */
  public Subject.Kind subject() {
    return subject;
  }

  /** What happens without Valkey. */
  public OnOutage onOutage() {
    return onOutage;
  }
}
