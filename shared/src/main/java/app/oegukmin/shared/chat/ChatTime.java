package app.oegukmin.shared.chat;

import app.oegukmin.shared.time.Seoul;
import java.time.Instant;

/** Times as chat writes them: minutes in Seoul, {@code 2024-05-20 13:45} (contract §3.2). */
public final class ChatTime {

  /** The date of a room without messages (contract §6.9). */
  public static final String NEVER = "2000-06-04 00:00";

  private static final int MINUTES = "2024-05-20T13:45".length();

  private ChatTime() {}

  /** A moment. */
  public static String of(Instant moment) {
    return Seoul.dateTime(moment).substring(0, MINUTES).replace('T', ' ');
  }
}
