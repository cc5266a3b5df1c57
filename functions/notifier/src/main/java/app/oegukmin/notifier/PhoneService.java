package app.oegukmin.notifier;

import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.device.Device;
import app.oegukmin.shared.device.DeviceTable;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import app.oegukmin.shared.work.DeadLetterException;
import java.time.Clock;
import java.time.Duration;

/** Tells one phone of a message, once. */
final class PhoneService {

  private final Fcm fcm;
  private final PushTable pushes;
  private final DeviceTable devices;
  private final Clock clock;
  private final Metrics metrics;

  PhoneService(Fcm fcm, PushTable pushes, DeviceTable devices, Clock clock, Metrics metrics) {
    this.fcm = fcm;
    this.pushes = pushes;
    this.devices = devices;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Sends a push unless that was done; a phone that FCM does not know is removed.
   *
   * @return how long to wait before another try, zero when it is done
   * @throws DeadLetterException when FCM never takes it
   */
  Duration tell(Device phone, Message message) {
    String push = message.room() + "-" + message.id() + "-" + phone.hash();
    return switch (pushes.take(push)) {
      case SENT -> Duration.ZERO;
      case BUSY -> PushTable.LEASE;
      case TAKEN -> send(push, phone, message);
    };
  }

  private Duration send(String push, Device phone, Message message) {
    FcmResult result = fcm.send(PushMessage.of(message, phone, clock.instant()));
    switch (result.kind()) {
      case SENT -> {
        pushes.done(push);
        metrics.count("PushesSent", 1);
      }
      case DEAD_TOKEN -> {
        devices.remove(phone);
        metrics.count("DeadTokens", 1);
      }
      case BUSY -> pushes.release(push);
      case KEY_REFUSED -> {
        pushes.release(push);
        metrics.tell(Trouble.PUSH_KEY_REFUSED);
      }
      // It may be sent: the lease says when to try again.
      case LOST -> metrics.count("PushesLost", 1);
      case REJECTED -> {
        pushes.release(push);
        throw new DeadLetterException("FCM refuses the push");
      }
    }
    return result.kind() == FcmResult.Kind.LOST ? PushTable.LEASE : result.pause();
  }
}
