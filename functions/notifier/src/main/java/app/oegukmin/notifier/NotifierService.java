package app.oegukmin.notifier;

import app.oegukmin.notifier.UnreadMessages.Unread;
import app.oegukmin.shared.device.Device;
import app.oegukmin.shared.device.Devices;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.work.DeadLetterException;
import app.oegukmin.shared.work.Outcome;
import app.oegukmin.shared.work.SendPush;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides who is told of a message, and when. Who looks at chat may get it by a poll: the push
 * waits until that is over, and is not needed when the member has looked since.
 */
final class NotifierService {

  // Polls write until when their member counts as looking by other clocks than ours.
  private static final Duration SKEW = Duration.ofSeconds(1);

  // Each delivery counts towards the queue's maxReceiveCount.
  private static final Duration SHORTEST = Duration.ofSeconds(30);

  private final Devices devices;
  private final UnreadMessages messages;
  private final PhoneService phones;
  private final Clock clock;

  NotifierService(Devices devices, UnreadMessages messages, PhoneService phones, Clock clock) {
    this.devices = devices;
    this.messages = messages;
    this.phones = phones;
    this.clock = clock;
  }

  /**
   * Tells every phone of a member that was not told before.
   *
   * @throws DeadLetterException when FCM never takes it
   */
  Outcome tell(SendPush push) {
    List<Device> all = devices.admitted(MemberKey.of(push.member()));
    if (all.isEmpty()) {
      return Outcome.DONE;
    }
    Optional<Unread> unread = messages.find(push);
    return unread.map(found -> tell(found, all)).orElse(Outcome.DONE);
  }

  private Outcome tell(Unread unread, List<Device> all) {
    Instant now = clock.instant();
    if (now.isBefore(unread.seenUntil())) {
      return unread.seenSince()
          ? Outcome.DONE
          : new Outcome.Wait(Duration.between(now, unread.seenUntil()).plus(SKEW));
    }
    Duration longest = Duration.ZERO;
    for (Device phone : all) {
      Duration pause = phones.tell(phone, unread.message());
      longest = pause.compareTo(longest) > 0 ? pause : longest;
    }
    return longest.isZero() ? Outcome.DONE : new Outcome.Wait(longer(longest, SHORTEST));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
