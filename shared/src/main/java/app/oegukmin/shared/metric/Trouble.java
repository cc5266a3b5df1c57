package app.oegukmin.shared.metric;

/**
 * What an operator is told of. Each kind has one alarm in template.yaml; docs/operations.md says
 * what to do.
 */
public enum Trouble {
  /** A board's first list page shows no article or is no list. */
  EMPTY_BOARD("EmptyBoard"),
  /** None of a board's new articles can be read: its pages have changed, or want a login (F-21). */
  BROKEN_BOARD("BrokenBoard"),
  /** A board's list lacks too many articles to be trusted. */
  VANISHED_BOARD("VanishedBoard"),
  /** A run ended before it met what was known: what lies between is never read (F-26). */
  LIMITED_BOARD("LimitedBoard"),
  /** A feed of menus could not be fetched or is malformed. */
  MENU_FEED_FAILED("MenuFeedFailed"),
  /** A feed of menus has none. */
  MENU_FEED_EMPTY("MenuFeedEmpty"),
  /** No feed has a menu: each is empty or has failed (F-32). */
  NO_MENUS("NoMenus"),
  /** Something in a feed is no menu (F-49), or the table refuses it (F-50). */
  UNREADABLE_MENU("UnreadableMenu"),
  /** The month's characters are used up, the vendor's or the operator's; readers see Korean. */
  TRANSLATION_USED_UP("TranslationUsedUp"),
  /** The vendor does not accept the key; readers see Korean. */
  TRANSLATION_KEY_REFUSED("TranslationKeyRefused"),
  /** Azure does not accept the key, or its own quota is used up; nobody is scored. */
  SPEECH_KEY_REFUSED("SpeechKeyRefused"),
  /** The seconds of sound that the operator allows for this month are used up. */
  SPEECH_CAP_REACHED("SpeechCapReached"),
  /** FCM does not accept the key of push, or Apple not FCM's; nobody is told of messages. */
  PUSH_KEY_REFUSED("PushKeyRefused"),
  /** Valkey could not be asked; calls that cost nothing were let through (F-8). */
  LIMIT_OPENED_BY_OUTAGE("LimitOpenedByOutage"),
  /** Valkey could not be asked; paid calls were refused (F-8). */
  LIMIT_CLOSED_BY_OUTAGE("LimitClosedByOutage");

  private final String kind;

  Trouble(String kind) {
    this.kind = kind;
  }

  /** The value of the dimension {@code Kind}. */
  public String kind() {
    return kind;
  }
}
