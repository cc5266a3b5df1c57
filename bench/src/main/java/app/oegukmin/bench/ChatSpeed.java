package app.oegukmin.bench;

import app.oegukmin.chat.ChatHandler;
import app.oegukmin.chat.ChatPollHandler;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.ValkeyCalls;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Jedis;

/**
 * From a send to the response of a poll that waits; calls of the stores by message and by poll; and
 * what 200 polls that wait cost the rest.
 */
public final class ChatSpeed {

  private static final int ROUNDS = 500;
  private static final int WAITERS = 200;
  private static final int CALLS = 1_000;

  private final Chats chats;
  private final Jedis valkey;
  private final Map<String, String> variables;
  private final ChatHandler chat;
  private volatile boolean crowded = true;

  private ChatSpeed(Chats chats, Jedis valkey, Map<String, String> variables) {
    this.chats = chats;
    this.valkey = valkey;
    this.variables = variables;
    this.chat = new ChatHandler(variables, Clock.systemUTC());
  }

  /** Prints three tables. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/chat"));
    try (Engines engines =
            Engines.start(Set.of(Engine.DYNAMODB, Engine.REDIS), Optional.empty(), work);
        Jedis valkey = new Jedis("127.0.0.1", engines.redisPort());
        ExecutorService threads = Executors.newCachedThreadPool()) {
      engines.sdkProperties().forEach(System::setProperty);
      Chats chats = Chats.seed(root, engines.dynamodb(), WAITERS + 1);
      ChatSpeed bench =
          new ChatSpeed(chats, valkey, Chats.environment(engines.redisPort(), WAITERS + 1, 12));
      bench.wake(threads);
      bench.count(Chats.environment(engines.redisPort(), WAITERS, 1));
      bench.crowd(threads);
    }
  }

  private void wake(ExecutorService threads) throws Exception {
    ChatPollHandler polls = new ChatPollHandler(variables, Clock.systemUTC());
    long room = chats.room(chat, 0);
    double[] whole = new double[ROUNDS];
    double[] after = new double[ROUNDS];
    long last = 0;
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      byte[] poll = chats.poll(0, room, last);
      byte[] send = chats.send(0, room, "글 " + round);
      Future<Long> responded = threads.submit(() -> ended(polls, poll));
      awaitWaiters(1);
      long sent = System.nanoTime();
      last = Chats.call(chat, send).path("response").path("id").asLong();
      long stored = System.nanoTime();
      if (round >= 0) {
        whole[round] = (responded.get() - sent) / 1e6;
        after[round] = (responded.get() - stored) / 1e6;
      }
      responded.get();
    }
    System.out.println("| 500 messages | p50 ms | p99 ms |");
    System.out.println("|---|---|---|");
    print("send called → poll that waits has responded", whole);
    print("send has responded → poll has responded", after);
  }

  private static long ended(ChatPollHandler polls, byte[] poll) throws IOException {
    JsonNode body = Chats.call(polls, poll);
    if (!body.path("success").asBoolean()) {
      throw new IllegalStateException("A poll was not woken: " + body);
    }
    return System.nanoTime();
  }

  private void awaitWaiters(int count) throws InterruptedException {
    while (valkey.zcard("{chat}waiters") < count) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    // The lease comes a moment before the read that waits.
    TimeUnit.MILLISECONDS.sleep(5);
  }

  private void count(Map<String, String> brief) throws Exception {
    ChatPollHandler polls = new ChatPollHandler(brief, Clock.systemUTC());
    long room = chats.room(chat, 0);
    byte[] idle = chats.poll(0, room, 1L << 40);
    System.out.println("\n| | DynamoDB | Valkey |\n|---|---|---|");
    count("a message", () -> Chats.call(chat, chats.send(0, room, "글 " + System.nanoTime())));
    Chats.call(polls, chats.poll(0, room, 1L << 40));
    Chats.call(polls, idle);
    count("a poll that waits and gets nothing", () -> Chats.call(polls, idle));
    Chats.call(chat, chats.send(0, room, "새 글"));
    count("a poll that gets a message at once", () -> Chats.call(polls, idle));
    count("a list of rooms", () -> Chats.call(chat, chats.list(0)));
  }

  private void count(String what, Callable<JsonNode> call) throws Exception {
    AwsCalls.forget();
    long before = ValkeyCalls.received(valkey);
    call.call();
    long trips = ValkeyCalls.received(valkey) - before - 1;
    System.out.printf("| %s | %s | %d |%n", what, AwsCalls.operations(), trips);
  }

  private void crowd(ExecutorService threads) throws Exception {
    System.out.println("\n| | polls waiting | p50 ms | p99 ms |\n|---|---|---|---|");
    long heap = heap();
    List<ChatPollHandler> handlers = new ArrayList<>();
    List<byte[]> polls = new ArrayList<>();
    for (int pair = 1; pair <= WAITERS; pair++) {
      handlers.add(new ChatPollHandler(variables, Clock.systemUTC()));
      polls.add(
          chats.poll(pair, chats.room(new ChatHandler(variables, Clock.systemUTC()), pair), 0));
    }
    calls(0);
    for (int i = 0; i < WAITERS; i++) {
      ChatPollHandler handler = handlers.get(i);
      byte[] poll = polls.get(i);
      threads.execute(() -> waitAgain(handler, poll));
    }
    awaitWaiters(WAITERS);
    calls(WAITERS);
    System.out.printf(
        "%nHeap of %d environments that wait: %d MB.%n", WAITERS, (heap() - heap) >> 20);
    crowded = false;
  }

  private void waitAgain(ChatPollHandler handler, byte[] poll) {
    try {
      while (crowded) {
        Chats.call(handler, poll);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void calls(int waiting) throws IOException {
    double[] sends = new double[CALLS];
    double[] lists = new double[CALLS];
    long room = chats.room(chat, 0);
    for (int call = 0; call < CALLS; call++) {
      sends[call] = millis(chats.send(0, room, "글 " + waiting + " " + call));
      lists[call] = millis(chats.list(0));
    }
    print("send | " + waiting, sends);
    print("list | " + waiting, lists);
  }

  private double millis(byte[] event) throws IOException {
    long start = System.nanoTime();
    Chats.call(chat, event);
    return (System.nanoTime() - start) / 1e6;
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void print(String what, double[] millis) {
    Arrays.sort(millis);
    System.out.printf(
        "| %s | %.1f | %.1f |%n",
        what, millis[millis.length / 2], millis[millis.length * 99 / 100]);
  }
}
