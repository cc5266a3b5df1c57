package app.oegukmin.qna.view;

import app.oegukmin.qna.view.UnflushedViews.Unflushed;
import app.oegukmin.qna.view.ViewTable.Flushed;
import app.oegukmin.shared.valkey.Valkey;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The views of questions as readers see them: what DynamoDB has, and what Valkey has beyond that.
 * The caller reads DynamoDB first and in the same batch as other items: a flush in between is then
 * counted once, because it names itself in both.
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
   * Counts a view, and says how many the question has now.
   *
   * @param member the uid of a signed-in member, who counts once an hour
   * @param address of the caller, for guests
   * @param flushed what DynamoDB has, read before
   */
  public long count(
      long question, Optional<String> member, String address, Optional<Flushed> flushed) {
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

  /**
   * How many views some questions have, in their order.
   *
   * @param flushed what DynamoDB has of each, read before
   */
  public List<Long> of(List<Long> questions, List<Optional<Flushed>> flushed) {
    List<Unflushed> beyond =
        unflushed
            .flatMap(views -> views.of(questions))
            .orElseGet(() -> Collections.nCopies(questions.size(), Unflushed.NONE));
    return IntStream.range(0, questions.size())
        .mapToObj(i -> sum(flushed.get(i), beyond.get(i)))
        .toList();
  }

  private static long sum(Optional<Flushed> flushed, Unflushed beyond) {
    return flushed.map(Flushed::count).orElse(0L)
        + beyond.beyond(flushed.flatMap(Flushed::lastFlush));
  }
}
