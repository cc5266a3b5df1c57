package app.oegukmin.bench;

/**
 * What chat costs in a month by what its clients do, from the counts of {@link ChatSpeed} and list
 * prices in USD. Prints a table.
 */
public final class ChatCost {

  // Prices of API Gateway, Lambda (arm64) and DynamoDB on demand.
  private static final double REST_CALL = 3.50e-6;
  private static final double SOCKET_MESSAGE = 1.00e-6;
  private static final double SOCKET_MINUTE = 0.25e-6;
  private static final double INVOCATION = 0.20e-6;
  private static final double GB_SECOND = 1.33334e-5;
  private static final double WRITE_UNIT = 0.68e-6;
  private static final double READ_UNIT = 0.136e-6;
  private static final double ECPU = 2.7e-9;

  // What a member does in a day.
  private static final double LIST_MINUTES = 10;
  private static final double ROOM_MINUTES = 10;
  private static final double MESSAGES = 20;
  private static final double DAYS = 30;

  // The app sleeps so long between two polls (contract §7.6), and a poll waits so long.
  private static final double SLEEP = 3;
  private static final double WAIT = 8;

  // Billed times in seconds and memories in GB.
  private static final double AUTHORIZER = 0.005;
  private static final double CALL = 0.02;
  private static final double MEMORY = 1;
  private static final double POLL_MEMORY = 0.5;

  // A transaction of three items and a check, twice the units; the room's row has up to two KB.
  private static final double SEND_WRITES = 10;
  private static final double SEND_READS = 2;
  private static final double POLL_READS = 4;
  private static final double LIST_READS = 15;
  private static final double DELIVERY_WRITES = 1;

  private ChatCost() {}

  /** Prints the table. */
  public static void main(String[] arguments) {
    System.out.println("| daily users | polls that never wait | polls that wait 8 s | WebSocket |");
    System.out.println("|---|---|---|---|");
    for (int users : new int[] {100, 1_000, 10_000}) {
      System.out.printf(
          "| %,d | %,.2f | %,.2f | %,.2f |%n",
          users, users * polling(0), users * polling(WAIT), users * socket());
    }
  }

  /** One member's month. */
  private static double polling(double wait) {
    double cycle = SLEEP + wait + CALL;
    double roomPolls = ROOM_MINUTES * 60 / cycle;
    double listPolls = LIST_MINUTES * 60 / cycle;
    double day =
        roomPolls * poll(wait)
            + listPolls * (poll(wait) + list())
            + MESSAGES * (send() + DELIVERY_WRITES * WRITE_UNIT);
    return day * DAYS;
  }

  private static double poll(double wait) {
    return rest() + (wait + CALL) * POLL_MEMORY * GB_SECOND + POLL_READS * READ_UNIT + 4 * ECPU;
  }

  private static double list() {
    return rest() + CALL * MEMORY * GB_SECOND + LIST_READS * READ_UNIT;
  }

  private static double send() {
    return rest() + CALL * MEMORY * GB_SECOND + stored();
  }

  private static double stored() {
    return SEND_WRITES * WRITE_UNIT + SEND_READS * READ_UNIT + ECPU;
  }

  // A request, its authorizer with a call of Valkey, and its function.
  private static double rest() {
    return REST_CALL + 2 * INVOCATION + AUTHORIZER * MEMORY * GB_SECOND + ECPU;
  }

  private static double socket() {
    double minutes = LIST_MINUTES + ROOM_MINUTES;
    double handler = INVOCATION + CALL * MEMORY * GB_SECOND;
    // Sent, acknowledged to the sender, posted to the partner, acknowledged by the partner.
    double message = 4 * SOCKET_MESSAGE + 3 * handler + stored() + DELIVERY_WRITES * WRITE_UNIT;
    // A few connections a day, each with its authorizer and two rows.
    double connection = SOCKET_MESSAGE + 3 * handler + 2 * WRITE_UNIT;
    return DAYS * (minutes * SOCKET_MINUTE + MESSAGES * message + 4 * connection);
  }
}
