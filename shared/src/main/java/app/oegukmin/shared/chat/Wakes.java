package app.oegukmin.shared.chat;

import app.oegukmin.shared.valkey.Script;
import app.oegukmin.shared.valkey.Valkey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Wakes members who wait for messages. Each has a stream in Valkey; an entry names the room that
 * has something new for the member. Who waits takes the stream's last id first and reads the store
 * then: whatever is written later makes an entry with a higher id.
 *
 * <pre>
 *   {u:MemberKey}wake   room 5 | room 7 | room 5   the last hundred, for a minute after the last one
 * </pre>
 */
public final class Wakes {

  /** The field of an entry that names the room. */
  public static final String ROOM = "room";

  /** How many entries a stream keeps at least. */
  public static final int KEPT = 100;

  /** Before every entry of every stream. */
  public static final String BEGINNING = "0-0";

  // Longer than anybody waits.
  private static final String LIFETIME = Long.toString(Duration.ofMinutes(1).toMillis());

  // One script, so that no failure in between leaves a stream without a lifetime.
  private static final Script WAKE =
      Script.of(
          """
          redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], '*', 'room', ARGV[1])
          redis.call('PEXPIRE', KEYS[1], ARGV[3])
          return 1
          """);

  private final Valkey valkey;

  /** The streams of a Valkey. */
  public Wakes(Valkey valkey) {
    this.valkey = valkey;
  }

  /**
   * Who is to be woken.
   *
   * @param member the {@link app.oegukmin.shared.member.MemberKey}
   * @param room what has something new
   */
  public record Call(String member, long room) {}

  /** Wakes some members in one round trip; false when Valkey cannot be reached. */
  public boolean wake(Collection<Call> calls) {
    Script.Invocation[] scripts =
        calls.stream().distinct().map(Wakes::script).toArray(Script.Invocation[]::new);
    return scripts.length == 0 || valkey.run(scripts).isPresent();
  }

  private static Script.Invocation script(Call call) {
    return WAKE.on(
        List.of(stream(call.member())),
        List.of(Long.toString(call.room()), Integer.toString(KEPT), LIFETIME));
  }

  /** The id of the last entry of a member's stream; empty when Valkey cannot be reached. */
  public Optional<String> last(String member) {
    return valkey.ask(
        connection -> {
          List<StreamEntry> newest = connection.xrevrange(stream(member), "+", "-", 1);
          return newest.isEmpty() ? BEGINNING : newest.getFirst().getID().toString();
        });
  }

  /** The key of a member's stream. */
  public static String stream(String member) {
    return "{u:" + member + "}wake";
  }

  /** The rooms that some entries name. */
  public static Stream<Long> rooms(List<StreamEntry> entries) {
    return entries.stream().map(entry -> Long.valueOf(entry.getFields().get(ROOM)));
  }
}
