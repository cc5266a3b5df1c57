package app.oegukmin.chat;

import app.oegukmin.chat.wait.WaitService;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The polls of chat (contract §6.9), apart from the rest: each that waits takes an execution, and
 * theirs are limited.
 */
public final class ChatPollHandler implements RequestStreamHandler {

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public ChatPollHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public ChatPollHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    ChatStore store = ChatStore.of(environment, clock);
    WaitService waits = WaitService.of(environment, valkey, clock);
    RoomListService lists = new RoomListService(store);
    PollService polls = new PollService(store, new DeliveryService(store), lists, waits);
    this.api =
        new JerseyApi(
            new ChatRefusalMapper(),
            new PollResource(polls, new ListPollService(store, lists, polls, waits)));
    this.priming = new Priming(api, "POST", "/api/chat/poll/message", valkey);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
