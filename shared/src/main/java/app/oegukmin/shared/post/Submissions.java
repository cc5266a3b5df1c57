package app.oegukmin.shared.post;

import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Makes one post of all that a member sends twice within half a minute, also when both race (D-F5).
 * Safe for use by many threads.
 */
public final class Submissions {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long RETRY_AFTER_SECONDS = 5;

  private final SubmissionTable table;
  private final Supplier<Transaction> transactions;
  private final PostIds ids;
  private final InstantSource clock;
  private final Backoff backoff;

  /** What is written together with the reservation of a key for a post with an id. */
  @FunctionalInterface
  public interface Reservation {

    /** Adds it to the transaction. */
    void addTo(Transaction transaction, long id);
  }

  /** Submissions whose second waits for the first by sleeping. */
  public Submissions(
      SubmissionTable table, Supplier<Transaction> transactions, PostIds ids, InstantSource clock) {
    this(
        table,
        transactions,
        ids,
        clock,
        Backoff.sleeping(Duration.ofMillis(50), Duration.ofMillis(400)));
  }

  Submissions(
      SubmissionTable table,
      Supplier<Transaction> transactions,
      PostIds ids,
      InstantSource clock,
      Backoff backoff) {
    this.table = table;
    this.transactions = transactions;
    this.ids = ids;
    this.clock = clock;
    this.backoff = backoff;
  }

  /**
   * A new post, or the one that the same content became a moment ago.
   *
   * @param store stores the post with an id, by a transaction that {@link SubmissionTable#store} is
   *     part of; whatever it throws gives the key free
   * @param find reads a stored post, empty when it has been erased since
   * @throws ApiException 503 when another call with the same content takes more than five seconds
   */
  public <V> V once(SubmissionKey key, LongFunction<V> store, LongFunction<Optional<V>> find) {
    return once(key, (transaction, id) -> {}, store, find);
  }

  /** The same for a post of which something has to be written before it is stored. */
  public <V> V once(
      SubmissionKey key,
      Reservation reservation,
      LongFunction<V> store,
      LongFunction<Optional<V>> find) {
    long id = ids.next();
    Retries looks = backoff.within(PATIENCE, clock);
    while (!begin(key, id, reservation)) {
      Optional<Long> other = table.stored(key);
      Optional<V> post = other.flatMap(find::apply);
      if (post.isPresent()) {
        return post.get();
      }
      if (other.isPresent() && replace(key, other.get(), id, reservation)) {
        break;
      }
      if (!looks.pause()) {
        throw new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
      }
    }
    return stored(key, id, store);
  }

  private boolean begin(SubmissionKey key, long id, Reservation reservation) {
    Transaction transaction = transactions.get();
    table.begin(transaction, key, id, clock.instant());
    reservation.addTo(transaction, id);
    return transaction.write(PATIENCE, clock).isEmpty();
  }

  private boolean replace(SubmissionKey key, long old, long id, Reservation reservation) {
    Transaction transaction = transactions.get();
    table.replace(transaction, key, old, id, clock.instant());
    reservation.addTo(transaction, id);
    return transaction.write(PATIENCE, clock).isEmpty();
  }

  // Whatever has happened, the member may try again; a post that is stored all the same keeps its
  // key.
  private <V> V stored(SubmissionKey key, long id, LongFunction<V> store) {
    boolean done = false;
    try {
      V post = store.apply(id);
      done = true;
      return post;
    } finally {
      if (!done) {
        table.abandon(key, id);
      }
    }
  }
}
