package app.oegukmin.shared.connection;

import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.EpochSeconds;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tickets that stand for an access token once: a browser can send no header with a handshake, and a
 * token in an address would be logged by everybody on its way.
 *
 * <pre>
 *   hash (partition key)           id member role verified family issuedAt expiresAt   expires
 *   SHA-256 of the ticket, Base64  what the access token says                          30 s later
 * </pre>
 */
public final class TicketTable {

  /** How long a ticket may be used. */
  public static final Duration LIFETIME = Duration.ofSeconds(30);

  private static final int BYTES = 32;

  private record Ticket(String hash, AccessToken token, Instant expires) {}

  private static final TableSchema<Ticket> SCHEMA =
      RecordSchema.of(Ticket.class)
          .partition("hash")
          .flatten(
              "token",
              RecordSchema.of(AccessToken.class)
                  .as("issuedAt", new EpochSeconds())
                  .as("expiresAt", new EpochSeconds())
                  .build())
          .as("expires", new EpochSeconds())
          .build();

  private final DynamoDbTable<Ticket> table;
  private final InstantSource clock;

  /** The table with a physical name. */
  public TicketTable(DynamoDbClient client, String name, InstantSource clock) {
    this.table = Dynamo.table(client, name, SCHEMA);
    this.clock = clock;
  }

  /**
   * Makes a ticket for the owner of a token: 43 letters for an address.
   *
   * @param random where nobody can guess the next
   */
  public String issue(AccessToken token, RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String ticket = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Writes.put(table, new Ticket(hash(ticket), token, clock.instant().plus(LIFETIME)));
    return ticket;
  }

  /** Uses a ticket up; empty when it is none, was used or has expired. */
  public Optional<AccessToken> redeem(String ticket) {
    Key key = Key.builder().partitionValue(hash(ticket)).build();
    return Reads.find(table, key)
        .filter(found -> clock.instant().isBefore(found.expires()))
        .filter(found -> Writes.delete(table, key, Conditions.present("hash")))
        .map(Ticket::token);
  }

  private static String hash(String ticket) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(ticket));
  }
}
