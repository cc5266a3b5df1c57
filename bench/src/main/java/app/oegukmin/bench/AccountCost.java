package app.oegukmin.bench;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.testkit.AwsCalls;
import app.oegukmin.testkit.ValkeyCalls;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Jedis;

/**
 * Processor time and store round trips of a sign-in and of a member's authorizer call, warm, on the
 * thread that serves them; the stores run in processes of their own.
 */
public final class AccountCost {

  private static final int ROUNDS = Integer.getInteger("rounds", 30);
  private static final int MEMBERS = 400;

  /** Work on one prepared event. */
  private interface Work {
    void on(byte[] event) throws IOException;
  }

  private final Accounts accounts;
  private final Jedis valkey;
  private final PrintStream out;

  private AccountCost(Accounts accounts, Jedis valkey, PrintStream out) {
    this.accounts = accounts;
    this.valkey = valkey;
    this.out = out;
  }

  /** Prints a table. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/accounts"));
    PrintStream out = System.out;
    // What the functions log and count is written as on Lambda, but nobody reads it here.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    try (Engines engines =
            Engines.start(EnumSet.of(Engine.DYNAMODB, Engine.REDIS), Optional.empty(), work);
        Jedis valkey = new Jedis("127.0.0.1", engines.redisPort())) {
      new AccountCost(new Accounts(root, engines), valkey, out).run();
    }
  }

  private void run() throws IOException {
    for (int member = 0; member < MEMBERS; member++) {
      accounts.signUp("uid-" + member);
    }
    double[] signIn = new double[ROUNDS];
    double[] authorize = new double[ROUNDS];
    // The first rounds warm up.
    for (int round = 0; round < ROUNDS; round++) {
      // Each account has its limit anew.
      valkey.flushAll();
      List<byte[]> events = new ArrayList<>();
      for (int member = 0; member < MEMBERS; member++) {
        events.add(accounts.signInOf("uid-" + member));
      }
      List<byte[]> calls = new ArrayList<>();
      signIn[round] =
          cost("sign-in", events, event -> calls.add(accounts.callWith(accounts.signIn(event))));
      calls.forEach(this::authorize);
      authorize[round] = cost("authorizer", calls, accounts::authorize);
    }
    out.printf("sign-in    CPU %.3f ms a call, second half of the rounds%n", lateMedian(signIn));
    out.printf("authorizer CPU %.3f ms a call%n", lateMedian(authorize));
  }

  private void authorize(byte[] call) {
    try {
      accounts.authorize(call);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Milliseconds of processor time for each event; prints the round trips too. */
  private double cost(String name, List<byte[]> events, Work work) throws IOException {
    AwsCalls.forget();
    long trips = ValkeyCalls.received(valkey);
    long start = cpu();
    for (byte[] event : events) {
      work.on(event);
    }
    double millis = (cpu() - start) / 1e6 / events.size();
    double perCall = events.size();
    out.printf(
        "%-10s CPU %.3f ms, DynamoDB %.2f, Valkey %.2f round trips a call%n",
        name,
        millis,
        AwsCalls.operations().size() / perCall,
        (ValkeyCalls.received(valkey) - trips - 1) / perCall);
    return millis;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double lateMedian(double[] rounds) {
    double[] late = Arrays.copyOfRange(rounds, rounds.length / 2, rounds.length);
    Arrays.sort(late);
    return late[late.length / 2];
  }
}
