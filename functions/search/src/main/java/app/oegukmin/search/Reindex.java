package app.oegukmin.search;

import app.oegukmin.search.DocumentLists.DocumentList;
import app.oegukmin.shared.search.IndexChange;
import app.oegukmin.shared.search.IndexRebuild;
import app.oegukmin.shared.search.IndexStore;
import app.oegukmin.shared.search.Rebuild;
import app.oegukmin.shared.search.SearchKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Makes the index anew from the tables, as far as a run's time allows. */
final class Reindex {

  private static final Logger LOG = LoggerFactory.getLogger(Reindex.class);
  private static final int STEP = 500;

  // Longer than the function's timeout.
  private static final Duration LEASE = Duration.ofMinutes(11);
  private static final Duration YOUNG = Duration.ofHours(1);

  private final IndexStore store;
  private final DocumentLists lists;
  private final Contents contents;
  private final Clock clock;

  /**
   * What a run has come to.
   *
   * @param state {@code done}, {@code going} or {@code busy} while another run is under way
   * @param documents read so far, by all runs
   * @param total how many there are
   */
  record Progress(String state, long documents, long total) {}

  Reindex(IndexStore store, DocumentLists lists, Contents contents, Clock clock) {
    this.store = store;
    this.lists = lists;
    this.contents = contents;
    this.clock = clock;
  }

  /** Goes on for a time; whoever runs next goes on from there. */
  Progress run(Duration time) throws IOException {
    Instant end = clock.instant().plus(time);
    Path folder = Files.createTempDirectory("rebuild-");
    try {
      return run(folder, end);
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Progress run(Path folder, Instant end) throws IOException {
    Optional<IndexRebuild> taken = store.rebuild(folder, LEASE);
    if (taken.isEmpty()) {
      return new Progress("busy", 0, 0);
    }
    List<DocumentList> all = lists.read();
    long total = all.stream().mapToLong(list -> list.ids().size()).sum();
    try (IndexRebuild rebuild = taken.get()) {
      boolean done = read(rebuild, all, end) && rebuild.publish(this::document);
      if (done) {
        store.sweep(clock.instant().minus(YOUNG));
      } else {
        rebuild.leave();
      }
      return new Progress(done ? "done" : "going", rebuild.progress().documents(), total);
    }
  }

  /** Reads what is left; false when the time is over or another run has taken over. */
  private boolean read(IndexRebuild rebuild, List<DocumentList> all, Instant end)
      throws IOException {
    for (DocumentList list : left(rebuild.progress(), all)) {
      List<Long> ids = list.ids();
      for (int from = 0; from < ids.size(); from += STEP) {
        if (!clock.instant().isBefore(end)) {
          return false;
        }
        List<Long> some = ids.subList(from, Math.min(from + STEP, ids.size()));
        if (!rebuild.add(documents(list.kind(), some), list.name(), some.getLast(), some.size())) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<DocumentList> left(Rebuild progress, List<DocumentList> all) {
    List<String> names = all.stream().map(DocumentList::name).toList();
    int place = Math.max(0, names.indexOf(progress.source()));
    return all.subList(place, all.size()).stream()
        .map(list -> list.name().equals(progress.source()) ? below(list, progress.below()) : list)
        .toList();
  }

  private static DocumentList below(DocumentList list, long id) {
    List<Long> ids = list.ids().stream().filter(each -> each < id).toList();
    return new DocumentList(list.name(), list.kind(), ids);
  }

  // Most of the time is waiting for the tables.
  private List<IndexChange> documents(SearchKind kind, List<Long> ids) {
    return ids.parallelStream().flatMap(id -> document(kind, id).stream()).toList();
  }

  // One that nobody can read must not hold up all others.
  @SuppressWarnings("CatchGeneral")
  private Optional<IndexChange> document(SearchKind kind, long id) {
    try {
      return Optional.of(contents.change(kind, id));
    } catch (SdkException | IllegalStateException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} {} cannot be read", kind, id, e);
      return Optional.empty();
    }
  }

  /** A document by its name in the index, {@code notice-7}. */
  private IndexChange document(String name) {
    int dash = name.lastIndexOf('-');
    SearchKind kind = SearchKind.valueOf(name.substring(0, dash).toUpperCase(Locale.ROOT));
    return contents.change(kind, Long.parseLong(name.substring(dash + 1)));
  }
}
