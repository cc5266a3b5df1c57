package app.oegukmin.local.event;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** How far one shard was read. */
record Checkpoint(String shard, Checkpoints store) {

  private static final String END = "END";

  /** The sequence number of the last record that is done; empty at the shard's beginning. */
  Optional<String> position() {
    return store.get(shard);
  }

  boolean finished() {
    return position().filter(END::equals).isPresent();
  }

  void advance(Record last) {
    store.put(shard, last.dynamodb().sequenceNumber());
  }

  /** Goes back to the shard's beginning. */
  void reset() {
    store.remove(shard);
  }

  void finish() {
    store.put(shard, END);
  }
}
