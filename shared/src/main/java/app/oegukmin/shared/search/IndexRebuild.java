package app.oegukmin.shared.search;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * A run that makes an index anew beside the one that serves, from where the run before has come to.
 * Searches and the writer go on with the other until the new one is whole.
 */
public interface IndexRebuild extends AutoCloseable {

  /** How far it has come. */
  Rebuild progress();

  /**
   * Adds documents and stores how far it has come.
   *
   * @param list the name of the list that they were read from
   * @param below the id down to which it has been read
   * @param read how many were read, also of those that are gone
   * @return false when another run has taken over
   */
  boolean add(List<IndexChange> documents, String list, long below, long read) throws IOException;

  /** Leaves what is done to the next run. */
  void leave();

  /**
   * Gives the new index the place of the other, up to date with what has changed meanwhile.
   *
   * @param now reads a document as it is now, by its name in the index
   * @return false while a writer has the lease, or when another run has taken over
   */
  boolean publish(Function<String, IndexChange> now) throws IOException;

  @Override
  void close() throws IOException;
}
