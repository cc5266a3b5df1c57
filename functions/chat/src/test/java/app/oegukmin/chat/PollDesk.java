package app.oegukmin.chat;

import app.oegukmin.chat.ChatDesk.Response;
import app.oegukmin.testkit.Stack;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that wait: each has an environment of the function of its own, as on Lambda. */
final class PollDesk implements AutoCloseable {

  static final String WAITERS = "{chat}waiters";

  private final Stack stack;
  private final Map<String, String> environment;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Polls that wait for two seconds, ten at once. */
  PollDesk(Stack stack) {
    this.stack = stack;
    this.environment = new HashMap<>(stack.environment("ChatPollFunction"));
    with("CHAT_WAIT_SECONDS", "2").with("CHAT_WAITERS", "10");
  }

  /** Sets a variable of environments that are made later. */
  PollDesk with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** A client of its own. */
  Client client() {
    return client(Clock.systemUTC());
  }

  Client client(Clock clock) {
    return new Client(new ChatPollHandler(environment, clock));
  }

  /** One environment of the function: one call at a time. */
  record Client(ChatPollHandler function) {

    Response room(String uid, Object room, Object id) {
      Map<String, String> path = Map.of("chat_id", room.toString(), "message_id", id.toString());
      return ChatDesk.call(function, ChatDesk.as(uid, ChatDesk.recorded("chatpoll-room"), path));
    }

    Response list(String uid, String body) {
      return ChatDesk.call(
          function,
          ChatDesk.as(uid, ChatDesk.recorded("chatpoll-message"), Map.of()).put("body", body));
    }

    Response rooms(String uid, long id) {
      Map<String, String> path = Map.of("room_id", Long.toString(id));
      return ChatDesk.call(function, ChatDesk.as(uid, ChatDesk.recorded("chatpoll-rooms"), path));
    }
  }

  /**
   * Begins a poll and returns when so many wait. A poll has its lease before it looks into the
   * store and waits only after that: what a test does to Valkey must not come between.
   */
  Future<Response> waiting(Callable<Response> poll, long waiters) throws InterruptedException {
    Future<Response> response = threads.submit(poll);
    boolean block = !"poll".equals(environment.get("CHAT_WAKE"));
    while (!response.isDone()
        && (stack.valkey().zcard(WAITERS) < waiters || block && blocked() < waiters)) {
      Thread.sleep(5);
    }
    return response;
  }

  /** How many clients of Valkey are in a blocking command. */
  private long blocked() {
    return stack
        .valkey()
        .info("clients")
        .lines()
        .filter(line -> line.startsWith("blocked_clients:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .findAny()
        .orElseThrow();
  }

  @Override
  public void close() {
    threads.close();
  }
}
