package app.oegukmin.shared.search;

import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A copy of the index on this machine that follows the newest commit. It looks for a newer one at
 * most every half minute, beside the search that waits for it only for a while (F-35); the commit
 * that is here goes on serving until the newer one is here whole. A searcher stays open until the
 * second commit after its own. Safe for several threads.
 */
public final class LuceneReplica implements LuceneIndex.Searchers {

  private static final Logger LOG = LoggerFactory.getLogger(LuceneReplica.class);
  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final long RETRY_AFTER_SECONDS = 5;

  private final CommitTable commits;
  private final SegmentFolder folder;
  private final Duration patience;
  private final Clock clock;

  private Instant looked = Instant.MIN;
  private CompletableFuture<Void> look = CompletableFuture.completedFuture(null);
  private volatile boolean nothing;
  private volatile Optional<Open> current = Optional.empty();
  private Optional<Open> previous = Optional.empty();

  private record Open(String name, Commit commit, DirectoryReader reader) {}

  /**
   * A copy in a folder of its own.
   *
   * @param patience how long a search waits for a newer commit
   */
  public LuceneReplica(
      CommitTable commits, SegmentBucket bucket, Path folder, Duration patience, Clock clock)
      throws IOException {
    this.commits = commits;
    this.folder = new SegmentFolder(folder, bucket);
    this.patience = patience;
    this.clock = clock;
  }

  /** Looks for a newer commit at the next search, whenever the last look was: after a restore. */
  public synchronized void forgetLook() {
    looked = Instant.MIN;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ApiException UNAVAILABLE while it is not known what the newest commit is, or it could
   *     not be fetched, and there is none here
   */
  @Override
  public Optional<IndexSearcher> current() {
    await(look());
    Optional<Open> open = current;
    if (open.isEmpty() && !nothing) {
      throw new ApiException(ErrorCode.UNAVAILABLE, RETRY_AFTER_SECONDS);
    }
    return open.map(Open::reader).map(IndexSearcher::new);
  }

  private synchronized CompletableFuture<Void> look() {
    Instant now = clock.instant();
    boolean due = looked.equals(Instant.MIN) || !now.isBefore(looked.plus(LOOK));
    // Who has nothing yet asks again at once.
    if (look.isDone() && (due || (current.isEmpty() && !nothing))) {
      looked = now;
      look = CompletableFuture.runAsync(this::follow, Thread::startVirtualThread);
    }
    return look;
  }

  private void await(CompletableFuture<Void> running) {
    try {
      // Who has an older one does not keep the caller waiting for long.
      long millis = patience.toMillis() / (current.isPresent() ? 2 : 1);
      running.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("The newest commit of the index is not here yet");
    } catch (ExecutionException e) {
      LOG.warn("The newest commit of the index cannot be fetched: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow() {
    Optional<Commit> newest = commits.newest().filter(commit -> !commit.files().isEmpty());
    nothing = newest.isEmpty();
    if (newest.isPresent() && !newest.map(Commit::files).equals(current.map(this::files))) {
      try {
        open(newest.get());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Map<String, String> files(Open open) {
    return open.commit().files();
  }

  private void open(Commit commit) throws IOException {
    String name = Long.toString(commit.number());
    DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder.open(name, commit)));
    if (previous.isPresent()) {
      previous.get().reader().close();
    }
    previous = current;
    current = Optional.of(new Open(name, commit, reader));
    Map<String, Commit> open = new HashMap<>(Map.of(name, commit));
    previous.ifPresent(old -> open.put(old.name(), old.commit()));
    folder.keep(open);
  }
}
