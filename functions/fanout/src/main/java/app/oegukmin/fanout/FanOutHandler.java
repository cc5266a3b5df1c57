package app.oegukmin.fanout;

import app.oegukmin.shared.ban.BanKey;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.device.DeviceTable;
import app.oegukmin.shared.device.Devices;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.ChangeBatch;
import app.oegukmin.shared.event.ChangeStream;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.work.WorkQueue;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Carries new messages to connections, in the order of their room; closes the connections and
 * removes the phones that a new ban covers.
 */
public final class FanOutHandler implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

  private final RoomTable rooms;
  private final ConnectionTable connections;
  private final Devices devices;
  private final FanOutService service;
  private final ChangeStream changes;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public FanOutHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public FanOutHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient client = Dynamo.connect(environment);
    this.rooms = new RoomTable(client, environment.require("ROOM_TABLE"));
    this.connections = new ConnectionTable(client, environment.require("CONNECTION_TABLE"), clock);
    this.devices =
        new Devices(
            new DeviceTable(client, environment.require("DEVICE_TABLE"), clock),
            new BanTable(client, environment.require("BAN_TABLE")),
            clock);
    this.service =
        new FanOutService(
            ConnectionApi.of(environment),
            new WorkQueue<>(SqsClient.create(), environment.require("PUSH_QUEUE_URL")),
            clock);
    this.changes =
        ChangeStream.of(environment)
            .onBatch("MESSAGE_TABLE", this::messages)
            .onBatch("BAN_TABLE", this::bans);
  }

  @Override
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    return log.call(context, "aws:dynamodb", () -> changes.handle(event));
  }

  private void messages(ChangeBatch batch) {
    Audience audience = new Audience(rooms, connections);
    batch.each(
        change ->
            change
                .after(MessageTable.IMAGES)
                .ifPresent(message -> service.deliver(message, audience)));
  }

  private void bans(ChangeBatch batch) {
    Audience audience = new Audience(rooms, connections);
    batch.each(
        change -> {
          if (!change.removed()) {
            BanKey key = change.key(BanKey.SCHEMA);
            service.close(key.member(), key.ban(), audience);
            devices.admitted(key.member());
          }
        });
  }
}
