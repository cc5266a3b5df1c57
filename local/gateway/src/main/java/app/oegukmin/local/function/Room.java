package app.oegukmin.local.function;

import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.Semaphore;

/**
 * What this machine has for instances of all functions: as many are made at once as there are
 * processors, because making one is work for a processor and a burst of short calls needs few; and
 * idle ones end where there would be too many for the heap.
 */
final class Room {

  private final Collection<FunctionPool> pools;
  private final int most;
  private final Semaphore makers = new Semaphore(Runtime.getRuntime().availableProcessors());

  /**
   * Room for the instances of some functions.
   *
   * @param pools read when an instance is to be made
   * @param most how many live, unless more are busy
   */
  Room(Collection<FunctionPool> pools, int most) {
    this.pools = pools;
    this.most = most;
  }

  /** Whether an instance may be made now; then {@link #leave()} follows. */
  boolean enter() {
    if (!makers.tryAcquire()) {
      return false;
    }
    if (pools.stream().mapToInt(FunctionPool::instances).sum() >= most) {
      pools.stream()
          .max(Comparator.comparingInt(FunctionPool::idleInstances))
          .ifPresent(FunctionPool::endOldest);
    }
    return true;
  }

  void leave() {
    makers.release();
  }
}
