package app.oegukmin.qna.view;

import app.oegukmin.qna.view.UnflushedViews.Unflushed;
import app.oegukmin.qna.view.ViewTable.Flushed;
import app.oegukmin.shared.valkey.Valkey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The views of questions as readers see them: what DynamoDB has, and what Valkey has beyond that.
 * DynamoDB is read first: a flush in between is then counted once, because it names itself in both.
 */
public final class Views {

  private final ViewTable table;
  private final Optional<UnflushedViews> unflushed;
  private final Optional<DailySalt> salt;

  /** Without a Valkey every view goes to DynamoDB, and viewers count each time. */
  public Views(ViewTable table, Optional<Valkey> valkey, SecureRandom random, Clock clock) {
    this.table = table;
    this.unflushed = valkey.map(UnflushedViews::new);
    this.salt = valkey.map(server -> new DailySalt(server, random, clock));
  }

  /**
   * Counts a view, and says how many the question has now, by a round trip to each store.
   *
   * @param member the uid of a signed-in member, who counts once an hour
   * @param address of the caller, for guests
   */
  public long count(long question, Optional<String> member, String address) {
    return count(question, member, address, table.find(List.of(question)).stream().findFirst());
  }

  /** The same after DynamoDB was read: a flush in between is counted once. */
  long count(long question, Optional<String> member, String address, Optional<Flushed> flushed) {
    return unflushed
        .flatMap(views -> views.count(question, viewer(question, member, address)))
        .map(found -> sum(flushed, found))
        .orElseGet(() -> countInTable(question, flushed));
  }

  private Viewer viewer(long question, Optional<String> member, String address) {
    return Viewer.of(member, address, question, () -> salt.orElseThrow().today());
  }

  // A view that Valkey may have counted is not counted again: rather lost than doubled.
  private long countInTable(long question, Optional<Flushed> flushed) {
    long before = flushed.map(Flushed::count).orElse(0L);
    if (unflushed.map(UnflushedViews::mayHaveCounted).orElse(false)) {
      return before;
    }
    table.add(question);
    return before + 1;
  }

  private static long sum(Optional<Flushed> flushed, Unflushed beyond) {
    return flushed.map(Flushed::count).orElse(0L)
        + beyond.beyond(flushed.flatMap(Flushed::lastFlush));
  }
}
