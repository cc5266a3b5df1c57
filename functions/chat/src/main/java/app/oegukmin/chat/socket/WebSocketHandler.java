package app.oegukmin.chat.socket;

import app.oegukmin.chat.ChatStore;
import app.oegukmin.chat.DeliveryService;
import app.oegukmin.chat.SendService;
import app.oegukmin.chat.WakeService;
import app.oegukmin.shared.ban.BanTable;
import app.oegukmin.shared.ban.Bans;
import app.oegukmin.shared.chat.Wakes;
import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.limit.Limiter;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2WebSocketResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The routes of the WebSocket API. What it returns goes back to the client that sent. */
public final class WebSocketHandler
    implements RequestHandler<APIGatewayV2WebSocketEvent, APIGatewayV2WebSocketResponse> {

  private final ConnectService connections;
  private final FrameService frames;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public WebSocketHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public WebSocketHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    ChatStore store = ChatStore.of(environment, clock);
    WakeService wakes = new WakeService(valkey.map(Wakes::new));
    BanTable bans = new BanTable(store.client(), environment.require("BAN_TABLE"));
    this.connections =
        new ConnectService(
            new ConnectionTable(store.client(), environment.require("CONNECTION_TABLE"), clock),
            // The table alone: a copy may be older than the connection.
            new Bans(bans, Optional.empty(), clock),
            clock);
    this.frames =
        new FrameService(
            new Limiter(valkey, clock, new Metrics("chat", clock, System.out)),
            SendService.of(environment, store, wakes),
            new DeliveryService(store),
            new ResumeService(store),
            clock);
  }

  @Override
  public APIGatewayV2WebSocketResponse handleRequest(
      APIGatewayV2WebSocketEvent event, Context context) {
    SocketCall call = new SocketCall(event);
    return log.call(context, call.route(), () -> respond(call));
  }

  private APIGatewayV2WebSocketResponse respond(SocketCall call) {
    return switch (call.route()) {
      case "$connect" -> response(connections.connect(call), null);
      case "$disconnect" -> {
        connections.disconnect(call);
        yield response(200, null);
      }
      default -> response(200, frames.respond(call));
    };
  }

  private static APIGatewayV2WebSocketResponse response(int status, String body) {
    APIGatewayV2WebSocketResponse response = new APIGatewayV2WebSocketResponse();
    response.setStatusCode(status);
    response.setBody(body);
    return response;
  }
}
