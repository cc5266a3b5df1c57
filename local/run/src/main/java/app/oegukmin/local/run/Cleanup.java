package app.oegukmin.local.run;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a run has to close, the last opened first; may be closed while it is still being opened. */
final class Cleanup implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private boolean closed;

  /**
   * Takes care of a part.
   *
   * @throws IllegalStateException when everything is closed already; the part is closed too then
   */
  synchronized <T extends AutoCloseable> T keep(T part) {
    if (closed) {
      close(part);
      throw new IllegalStateException("The run is stopping.");
    }
    parts.push(part);
    return part;
  }

  @Override
  public synchronized void close() {
    closed = true;
    while (!parts.isEmpty()) {
      close(parts.pop());
    }
  }

  // One part that does not close must not keep the others open.
  @SuppressWarnings("CatchingUnchecked")
  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.error("{} did not close", part.getClass().getSimpleName(), e);
    }
  }
}
