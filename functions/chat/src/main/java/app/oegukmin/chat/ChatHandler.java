package app.oegukmin.chat;

import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.chat.PairTable;
import app.oegukmin.shared.chat.Wakes;
import app.oegukmin.shared.connection.TicketTable;
import app.oegukmin.shared.device.DeviceTable;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.post.PostIds;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Chat without what waits: rooms, sending, what is new now (contract §6.9). */
public final class ChatHandler implements RequestStreamHandler {

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public ChatHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public ChatHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    ChatStore store = ChatStore.of(environment, clock);
    PairTable pairs = new PairTable(store.client(), environment.require("PAIR_TABLE"));
    BlockTable blocks = new BlockTable(store.client(), environment.require("BLOCK_TABLE"));
    WakeService wakes = new WakeService(valkey.map(Wakes::new));
    Limiter limiter = new Limiter(valkey, clock, new Metrics("chat", clock, System.out));
    SecureRandom random = new SecureRandom();
    PostIds ids = new PostIds(clock, random);
    TicketTable tickets =
        new TicketTable(store.client(), environment.require("TICKET_TABLE"), clock);
    DeviceTable devices =
        new DeviceTable(store.client(), environment.require("DEVICE_TABLE"), clock);
    this.api =
        new JerseyApi(
            new ChatRefusalMapper(),
            new ChatResource(
                new RoomService(store, pairs, blocks, wakes, limiter, ids),
                new RoomListService(store),
                SendService.of(environment, store, wakes),
                new DeliveryService(store),
                new HistoryService(store)),
            new TicketResource(new TicketService(tickets, random)),
            new DeviceResource(new DeviceService(store, devices)));
    this.priming = new Priming(api, "GET", "/api/chat/list", valkey);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
