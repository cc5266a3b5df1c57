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

/**
 * A run that makes the index anew, from where the run before has come to. Searches and the writer
 * go on with the index that serves until the new one is whole.
 */
public final class LuceneRebuild implements AutoCloseable {

  private static final String WORK = "rebuild";

  // Messages wait meanwhile; who takes longer is overtaken, and tries again.
  private static final Duration PUBLISHING = Duration.ofMinutes(2);

  private final CommitTable commits;
  private final SegmentBucket bucket;
  private final Analysis analysis;
  private final Path folder;
  private final Duration lease;
  private final Directory directory;
  private final IndexWriter writer;
  private Rebuild rebuild;

  private LuceneRebuild(
      LuceneWriter.Store store, Analysis analysis, Path folder, Duration lease, Rebuild rebuild)
      throws IOException {
    this.commits = store.commits();
    this.bucket = store.bucket();
    this.analysis = analysis;
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
  public static Optional<LuceneRebuild> take(
      LuceneWriter.Store store, Analysis analysis, Path folder, Duration lease) throws IOException {
    Optional<Rebuild> taken = store.commits().rebuilds().acquire(lease);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    Commit files = Commit.FIRST.next(taken.get().files());
    Path work = new SegmentFolder(folder, store.bucket()).open(WORK, files);
    return Optional.of(new LuceneRebuild(store, analysis, work, lease, taken.get()));
  }

  /** How far it has come. */
  public Rebuild progress() {
    return rebuild;
  }

  /**
   * Adds documents and stores how far it has come.
   *
   * @param list the name of the list that they were read from
   * @param below the id down to which it has been read
   * @param read how many were read, also of those that are gone
   * @return false when another run has taken over
   */
  public boolean add(List<IndexChange> documents, String list, long below, long read)
      throws IOException {
    documents.forEach(document -> LuceneWriter.write(writer, document));
    writer.commit();
    rebuild = rebuild.at(stored(), list, below, read);
    return commits.rebuilds().save(rebuild, lease);
  }

  /** Leaves what is done to the next run. */
  public void leave() {
    commits.rebuilds().leave(rebuild);
  }

  /**
   * Gives the new index the place of the other: one segment, up to date with what has changed
   * meanwhile.
   *
   * @param now reads a document as it is now, by its name in the index
   * @return false while a writer has the lease, or when another run has taken over
   */
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
      Commit next = taken.get().anew(stored(), analysis.hash(), commits.now());
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
