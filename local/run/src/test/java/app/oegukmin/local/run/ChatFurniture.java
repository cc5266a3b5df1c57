package app.oegukmin.local.run;

import app.oegukmin.shared.chat.Message;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.shared.chat.Room;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.chat.Seat;
import app.oegukmin.shared.device.Device;
import app.oegukmin.shared.device.DeviceTable;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.token.AccessToken;
import app.oegukmin.template.Template;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A message that the member of the recorded events has not read, and the member's phone. */
record ChatFurniture(Template template, DynamoDbClient dynamodb) {

  private static final Seat MEMBER = new Seat("Zk3pQ9rT1xYw7LmN5vB2cD8eF4g1", "public-id");
  private static final Seat PARTNER = new Seat("uid-of-a-partner", "public-id-of-a-partner");

  // As in events/notifier-pushes.json.
  private static final long ROOM = 700_000_000_005L;

  void make() {
    Clock clock = Clock.systemUTC();
    Instant now = clock.instant();
    Transaction transaction = new Transaction(dynamodb);
    new RoomTable(dynamodb, table("RoomTable"))
        .put(transaction, Room.of(ROOM, PARTNER, MEMBER, now));
    new MessageTable(dynamodb, table("MessageTable"), clock)
        .put(transaction, new Message(ROOM, 2, 0, "안녕하세요", now, 0), Duration.ofDays(730));
    AccessToken signIn =
        new AccessToken("token", MEMBER.uid(), "ROLE_USER", false, Optional.empty(), now, now);
    new DeviceTable(dynamodb, table("DeviceTable"), clock)
        .put(transaction, Device.of(signIn, "phone-of-the-member", Language.EN_US, true, now));
    transaction.write();
  }

  private String table(String logicalId) {
    return template.tables().stream()
        .filter(table -> table.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow()
        .name();
  }
}
