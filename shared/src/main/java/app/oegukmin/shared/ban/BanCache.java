package app.oegukmin.shared.ban;

import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Valkey's copy of a member's bans, one key {@code {u:<member>}:bans} that lists them or says that
 * there are none. Members are named by their {@link app.oegukmin.shared.member.MemberKey}.
 *
 * <p>A copy has a line {@code <until, epoch seconds> <name>} for each ban, with {@code <before,
 * epoch seconds>} as a third word of {@code issued}; or it is {@code none}.
 *
 * <p>A reader that finds no copy takes a lease, reads the table, and stores the result only if it
 * still holds the lease. A writer deletes copy and lease after it has written a ban. So a slow
 * reader cannot put back a list that it read before the ban.
 */
public final class BanCache {

  /**
   * How long a copy is used that nobody deletes, for example because Valkey could not be reached.
   */
  static final Duration LIFETIME = Duration.ofMinutes(1);

  private static final Duration LEASE = Duration.ofSeconds(10);
  private static final String LEASED = "lease ";
  private static final String NONE = "none";

  private static final String READ =
      """
      local found = redis.call('GET', KEYS[1])
      if found then return found end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
      return ARGV[1]
      """;

  private static final String STORE =
      """
      if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
      redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
      return 1
      """;

  private final Valkey valkey;

  /** The copies in a Valkey. */
  public BanCache(Valkey valkey) {
    this.valkey = valkey;
  }

  /**
   * The member's bans in one round trip; when Valkey has no copy, what the table says, which then
   * becomes the copy. Empty when Valkey cannot be reached.
   */
  Optional<List<Ban>> read(String member, Supplier<List<Ban>> table) {
    String fresh = LEASED + UUID.randomUUID();
    return eval(READ, member, fresh, millis(LEASE))
        .map(String.class::cast)
        .map(found -> found.startsWith(LEASED) ? fill(member, found, table) : parse(member, found));
  }

  private List<Ban> fill(String member, String lease, Supplier<List<Ban>> table) {
    List<Ban> bans = table.get();
    eval(STORE, member, lease, text(bans), millis(LIFETIME));
    return bans;
  }

  /** Deletes the copy after a ban was written; false when Valkey cannot be reached. */
  public boolean forget(String member) {
    return valkey.ask(connection -> connection.del(key(member))).isPresent();
  }

  private Optional<Object> eval(String script, String member, String... arguments) {
    return valkey.ask(
        connection -> connection.eval(script, List.of(key(member)), List.of(arguments)));
  }

  /** The key of a member's copy. */
  public static String key(String member) {
    return "{u:" + member + "}:bans";
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  private static String text(List<Ban> bans) {
    return bans.isEmpty() ? NONE : bans.stream().map(BanCache::line).collect(Collectors.joining());
  }

  private static String line(Ban ban) {
    String before = ban.before().map(time -> " " + time.getEpochSecond()).orElse("");
    return ban.until().getEpochSecond() + " " + ban.name() + before + "\n";
  }

  private static List<Ban> parse(String member, String text) {
    return text.equals(NONE)
        ? List.of()
        : text.lines().map(line -> ban(member, line.split(" ", -1))).toList();
  }

  private static Ban ban(String member, String[] line) {
    Optional<Instant> before = line.length > 2 ? Optional.of(seconds(line[2])) : Optional.empty();
    return new Ban(member, line[1], before, seconds(line[0]));
  }

  private static Instant seconds(String text) {
    return Instant.ofEpochSecond(Long.parseLong(text));
  }
}
