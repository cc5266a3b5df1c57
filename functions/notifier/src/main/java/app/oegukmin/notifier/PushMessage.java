package app.oegukmin.notifier;

import app.oegukmin.shared.device.Device;
import app.oegukmin.shared.language.Language;
import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.Notification;
import java.time.Duration;
import java.time.Instant;

/**
 * What a phone gets of a chat message: the room's id and a fixed sentence; the beginning of the
 * text only where its owner has asked for that. A room has one collapse key, so that a phone which
 * was off shows its newest alone.
 */
final class PushMessage {

  /** FCM takes 4,096 bytes; this many characters have a third of that at most. */
  private static final int SHOWN = 200;

  private static final Duration LIFE = Duration.ofHours(4);

  private PushMessage() {}

  // The library would rather have an installation's id; apps have tokens.
  @SuppressWarnings("deprecation")
  static Message of(app.oegukmin.shared.chat.Message message, Device phone, Instant now) {
    String room = "room-" + message.room();
    String text = phone.showText() ? beginning(message.content()) : sentence(phone.language());
    return Message.builder()
        .setToken(phone.token())
        .setNotification(Notification.builder().setBody(text).build())
        .putData("room", Long.toString(message.room()))
        .setAndroidConfig(
            AndroidConfig.builder()
                .setCollapseKey(room)
                .setTtl(LIFE.toMillis())
                .setPriority(AndroidConfig.Priority.HIGH)
                .setNotification(AndroidNotification.builder().setTag(room).build())
                .build())
        .setApnsConfig(
            ApnsConfig.builder()
                .putHeader("apns-collapse-id", room)
                .putHeader("apns-expiration", Long.toString(now.plus(LIFE).getEpochSecond()))
                .setAps(Aps.builder().setThreadId(room).build())
                .build())
        .build();
  }

  private static String beginning(String text) {
    int points = Math.min(text.codePointCount(0, text.length()), SHOWN);
    return text.substring(0, text.offsetByCodePoints(0, points));
  }

  private static String sentence(Language language) {
    return switch (language) {
      case KO -> "새 메시지가 왔습니다.";
      case EN_US -> "You have a new message.";
      case ZH -> "您有一条新消息。";
    };
  }
}
