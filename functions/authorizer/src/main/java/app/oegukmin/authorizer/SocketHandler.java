package app.oegukmin.authorizer;

import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.connection.TicketTable;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.token.AccessToken;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The authorizer of WebSocket handshakes: it admits a member by a token in the header, or by a
 * ticket in the address where a browser can send no header. A handshake with neither is 401; a bad
 * or banned token, a used ticket and a sixth connection are 403. An empty bucket is the function's
 * to refuse, as on the routes of HTTP (aws §1.4).
 */
public final class SocketHandler implements RequestStreamHandler {

  private final Authorizer authorizer;
  private final TicketTable tickets;
  private final ConnectionTable connections;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public SocketHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template, by a clock for tickets and connections. */
  public SocketHandler(Map<String, String> environment, Clock clock) {
    Environment variables = new Environment(environment);
    DynamoDbClient client = Dynamo.connect(variables);
    this.authorizer = new Authorizer(variables);
    this.tickets = new TicketTable(client, variables.require("TICKET_TABLE"), clock);
    this.connections = new ConnectionTable(client, variables.require("CONNECTION_TABLE"), clock);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    AuthorizerEvent event = AuthorizerEvent.read(input);
    if (event.authorization().isEmpty() && event.ticket().isEmpty()) {
      // API Gateway's word for 401 (aws §1.1).
      throw new IllegalStateException("Unauthorized");
    }
    event.answer(log.call(context, event.route(), () -> verdict(event)), output);
  }

  private Verdict verdict(AuthorizerEvent event) {
    return token(event)
        .filter(token -> connections.of(MemberKey.of(token.member())).size() < ConnectionTable.MOST)
        .flatMap(token -> authorizer.handshake(token, event))
        .orElseGet(Verdict::deny);
  }

  private Optional<AccessToken> token(AuthorizerEvent event) {
    return event.authorization().isPresent()
        ? authorizer.token(event)
        : event.ticket().flatMap(tickets::redeem);
  }
}
