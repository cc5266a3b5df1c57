package app.oegukmin.shared.post;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.retry.Backoff;
import app.oegukmin.shared.retry.Retries;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Makes one post of all that a member sends twice within half a minute, also when both race (D-F5).
 * Safe for use by many threads.
 */
public final class Submissions {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long RETRY_AFTER_SECONDS = 5;

  private final SubmissionTable table;
  private final PostIds ids;
  private final InstantSource clock;
  private final Backoff backoff;

  /** Submissions whose second waits for the first by sleeping. */
  public Submissions(SubmissionTable table, PostIds ids, InstantSource clock) {
    this(table, ids, clock, Backoff.sleeping(Duration.ofMillis(50), Duration.ofMillis(400)));
  }

  Submissions(SubmissionTable table, PostIds ids, InstantSource clock, Backoff backoff) {
    this.table = table;
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
    long id = ids.next();
    Retries looks = backoff.within(PATIENCE, clock);
    while (!table.begin(key, id, clock.instant())) {
      Optional<Long> other = table.stored(key);
      Optional<V> post = other.flatMap(find::apply);
      if (post.isPresent()) {
        return post.get();
      }
      if (other.isPresent() && table.replace(key, other.get(), id, clock.instant())) {
        break;
      }
      if (!looks.pause()) {
        throw new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
      }
    }
    return stored(key, id, store);
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
