package app.oegukmin.local.event;

import java.time.Instant;

/** An event source mapping: feeds a function from a queue or a stream, from creation to close. */
public interface Mapping extends AutoCloseable {

  /** The logical id of the queue or table that it reads. */
  String name();

  /** How many messages or records came so far. */
  long delivered();

  /** Whether nothing waited and nothing was being worked on at some time after the given moment. */
  boolean quietSince(Instant moment);

  /**
   * Lets the function finish what it has in hand, then stops; what was not finished comes again.
   */
  @Override
  void close();
}
