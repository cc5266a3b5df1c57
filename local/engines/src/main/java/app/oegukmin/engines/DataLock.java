package app.oegukmin.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** Keeps a second process away from a data directory; the system frees it however we end. */
record DataLock(FileChannel channel) implements AutoCloseable {

  /**
   * Locks a file, which is made when it does not exist.
   *
   * @param patience how long to wait for the process that holds the lock
   * @throws IllegalStateException when it is still held then
   */
  static DataLock acquire(Path file, Duration patience) {
    var lock = new DataLock(open(file));
    if (!Poll.until(patience, lock::tryLock)) {
      lock.close();
      throw new IllegalStateException("Another run is using " + file.getParent());
    }
    return lock;
  }

  private static FileChannel open(Path file) {
    try {
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open " + file, e);
    }
  }

  private boolean tryLock() {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock the data", e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
