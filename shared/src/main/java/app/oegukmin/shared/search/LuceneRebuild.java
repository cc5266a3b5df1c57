package app.oegukmin.shared.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** A run whose new index is files beside those of the one that serves; it becomes one segment. */
final class LuceneRebuild implements IndexRebuild {

  private static final String WORK = "rebuild";

  // Messages wait meanwhile; who takes longer is overtaken, and tries again.
  private static final Duration PUBLISHING = Duration.ofMinutes(2);

  private final CommitTable commits;
  private final SegmentBucket bucket;
  private final Path folder;
  private final Duration lease;
  private final Directory directory;
  private final IndexWriter writer;
  private Rebuild rebuild;

  private LuceneRebuild(
      LuceneStore store, Analysis analysis, Path folder, Duration lease, Rebuild rebuild)
      throws IOException {
    this.commits = store.commits();
    this.bucket = store.bucket();
    this.folder = folder;
    this.lease = lease;
    this.rebuild = rebuild;
    this.directory = FSDirectory.open(folder);
    this.writer = new IndexWriter(directory, LuceneWriter.config(new LuceneAnalyzers(analysis)));
  }

  /**
   * Begins or goes on.
   *
   * @param lease longer than this run takes
   * @return empty while another run is under way
   */
  static Optional<LuceneRebuild> take(
      LuceneStore store, Analysis analysis, Path folder, Duration lease) throws IOException {
    Optional<Rebuild> taken = store.commits().rebuilds().acquire(analysis.hash(), lease);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    Commit files = Commit.FIRST.next(taken.get().files());
    Path work = new SegmentFolder(folder, store.bucket()).open(WORK, files);
    return Optional.of(new LuceneRebuild(store, analysis, work, lease, taken.get()));
  }

  @Override
  public Rebuild progress() {
    return rebuild;
  }

  @Override
  public boolean add(List<IndexChange> documents, String list, long below, long read)
      throws IOException {
    documents.forEach(document -> LuceneWriter.write(writer, document));
    writer.commit();
    rebuild = rebuild.at(stored(), list, below, read);
    return commits.rebuilds().save(rebuild, lease);
  }

  @Override
  public void leave() {
    commits.rebuilds().leave(rebuild);
  }

  @Override
  public boolean publish(Function<String, IndexChange> now) throws IOException {
    writer.forceMerge(1);
    writer.commit();
    Optional<Commit> taken = commits.acquire(PUBLISHING);
    if (taken.isEmpty()) {
      return false;
    }
    boolean published = false;
    try {
      List<String> noted = commits.rebuilds().noted();
      noted.forEach(name -> LuceneWriter.write(writer, now.apply(name)));
      writer.commit();
      Commit next = taken.get().anew(stored(), rebuild.analysis(), commits.now());
      published = commits.replace(next, rebuild);
      if (published) {
        commits.rebuilds().forget(noted);
      }
    } finally {
      if (!published) {
        commits.release(taken.get());
      }
    }
    return published;
  }

  private Map<String, String> stored() throws IOException {
    Map<String, String> objects = new HashMap<>();
    for (String file : new ArrayList<>(SegmentInfos.readLatestCommit(directory).files(true))) {
      String known = rebuild.files().get(file);
      objects.put(file, known == null ? bucket.put(folder.resolve(file)) : known);
    }
    return objects;
  }

  @Override
  public void close() throws IOException {
    writer.rollback();
    directory.close();
  }
}
