package app.oegukmin.shared.search;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A run whose new index is one of OpenSearch's that does not serve yet. */
final class OpenSearchRebuild implements IndexRebuild {

  // Lower than every writer's: what a rebuild has read is never newer than what a writer has.
  private static final long VERSION = 0;
  private static final Duration PUBLISHING = Duration.ofMinutes(2);

  private final OpenSearchStore store;
  private final RebuildTable rebuilds;
  private final Duration lease;
  private Rebuild rebuild;

  OpenSearchRebuild(OpenSearchStore store, Duration lease, Rebuild rebuild) {
    this.store = store;
    this.rebuilds = store.commits().rebuilds();
    this.lease = lease;
    this.rebuild = rebuild;
  }

  /** The name of the new index, the same for each run of a rebuild. */
  String name() {
    return OpenSearchIndex.SERVING + "-" + rebuild.started().getEpochSecond();
  }

  @Override
  public Rebuild progress() {
    return rebuild;
  }

  @Override
  public boolean add(List<IndexChange> documents, String list, long below, long read)
      throws IOException {
    // What is gone was never there.
    store.add(
        name(), documents.stream().filter(one -> one.document().isPresent()).toList(), VERSION);
    rebuild = rebuild.at(Map.of(), list, below, read);
    return rebuilds.save(rebuild, lease);
  }

  @Override
  public void leave() {
    rebuilds.leave(rebuild);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Should the run die before its row is gone, the next one does the same again: notes go last.
   */
  @Override
  public boolean publish(Function<String, IndexChange> now) throws IOException {
    Optional<Commit> taken = store.commits().acquire(PUBLISHING);
    if (taken.isEmpty()) {
      return false;
    }
    boolean published = false;
    try {
      List<String> noted = rebuilds.noted();
      store.add(name(), noted.stream().map(now).toList(), taken.get().number());
      store.serve(name());
      Commit next = taken.get().anew(Map.of(), rebuild.analysis(), store.commits().now());
      published = store.commits().replace(next, rebuild);
      if (published) {
        rebuilds.forget(noted);
      }
    } finally {
      if (!published) {
        store.commits().release(taken.get());
      }
    }
    return published;
  }

  @Override
  public void close() {}
}
