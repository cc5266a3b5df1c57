package app.oegukmin.crawler.fetch;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What all crawlers have to know of a host: its robots.txt of the day, who holds its lease, from
 * when on it may be asked again, and until when it has asked for a pause. Times are epoch
 * milliseconds.
 *
 * <pre>
 *   host (partition key)   robots robotsUntil   holder heldUntil   nextTurn   quietUntil
 * </pre>
 */
public final class HostTable {

  private record Robots(String host, Optional<String> robots, Optional<Instant> robotsUntil) {}

  private record Hold(String host, Optional<String> holder, Optional<Instant> heldUntil) {}

  private record Return(
      String host,
      Optional<String> holder,
      Optional<Instant> heldUntil,
      Optional<Instant> nextTurn) {}

  private record Turn(String host, Optional<Instant> nextTurn) {}

  private record Pause(String host, Optional<Instant> quietUntil) {}

  private static final TableSchema<Robots> ROBOTS =
      RecordSchema.of(Robots.class).partition("host").as("robotsUntil", new EpochMillis()).build();

  private static final TableSchema<Hold> HOLDS =
      RecordSchema.of(Hold.class).partition("host").as("heldUntil", new EpochMillis()).build();

  private static final TableSchema<Return> RETURNS =
      RecordSchema.of(Return.class)
          .partition("host")
          .as("heldUntil", new EpochMillis())
          .as("nextTurn", new EpochMillis())
          .build();

  private static final TableSchema<Turn> TURNS =
      RecordSchema.of(Turn.class).partition("host").as("nextTurn", new EpochMillis()).build();

  private static final TableSchema<Pause> PAUSES =
      RecordSchema.of(Pause.class).partition("host").as("quietUntil", new EpochMillis()).build();

  private static final Duration ROBOTS_LIFE = Duration.ofDays(1);
  private static final int LONGEST_ROBOTS = 100_000;

  private final DynamoDbTable<Robots> robots;
  private final DynamoDbTable<Hold> holds;
  private final DynamoDbTable<Return> returns;
  private final DynamoDbTable<Turn> turns;
  private final DynamoDbTable<Pause> pauses;

  /** The table with a physical name. */
  public HostTable(DynamoDbClient client, String name) {
    this.robots = Dynamo.table(client, name, ROBOTS);
    this.holds = Dynamo.table(client, name, HOLDS);
    this.returns = Dynamo.table(client, name, RETURNS);
    this.turns = Dynamo.table(client, name, TURNS);
    this.pauses = Dynamo.table(client, name, PAUSES);
  }

  /** A host's robots.txt, empty when none is known that is younger than a day. */
  Optional<String> robots(String host, Instant now) {
    return Optional.ofNullable(robots.getItem(Key.builder().partitionValue(host).build()))
        .filter(known -> known.robotsUntil().filter(until -> until.isAfter(now)).isPresent())
        .flatMap(Robots::robots);
  }

  /** Keeps a host's robots.txt for a day. */
  void keepRobots(String host, String text, Instant now) {
    String kept = text.substring(0, Math.min(text.length(), LONGEST_ROBOTS));
    Writes.set(robots, new Robots(host, Optional.of(kept), Optional.of(now.plus(ROBOTS_LIFE))));
  }

  /**
   * Takes the lease of a host.
   *
   * @param until when the lease ends if the holder does not return it
   * @return false when another holds it, or while the host has asked for a pause
   */
  public boolean take(String host, String holder, Instant now, Instant until) {
    return Writes.set(
        holds,
        new Hold(host, Optional.of(holder), Optional.of(until)),
        Conditions.absentOrBelow("heldUntil", now.toEpochMilli())
            .and(Conditions.absentOrBelow("quietUntil", now.toEpochMilli())));
  }

  /** Whether a host has asked for a pause that is not over. */
  boolean quiet(String host, Instant now) {
    return Reads.find(pauses, Key.builder().partitionValue(host).build())
        .flatMap(Pause::quietUntil)
        .filter(until -> until.isAfter(now))
        .isPresent();
  }

  /**
   * Returns the lease, if the holder still has it.
   *
   * @param nextTurn when the host may be asked again, empty for at once
   */
  void giveBack(String host, String holder, Optional<Instant> nextTurn) {
    Writes.setOrRemove(
        returns,
        new Return(host, Optional.empty(), Optional.empty(), nextTurn),
        Conditions.equal("holder", holder));
  }

  /** When the last holder of a host's lease wants it asked again, empty for at once. */
  Optional<Instant> nextTurn(String host) {
    return Reads.find(turns, Key.builder().partitionValue(host).build()).flatMap(Turn::nextTurn);
  }

  /** Stores the pause that a host has asked for; nobody gets its lease before that time. */
  void quietUntil(String host, Instant until) {
    Writes.set(
        pauses,
        new Pause(host, Optional.of(until)),
        Conditions.absentOrBelow("quietUntil", until.toEpochMilli()));
  }
}
