package app.oegukmin.shared.work;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A message of a queue. Queues deliver more than once and in any order, so handling a message twice
 * does no harm.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface Work
    permits CrawlWork, IndexWork, MenuOrderWork, PushWork, RemovalWork, TranslateWork {

  /**
   * The idempotency key: the same for each message and delivery of the same work. At most 128
   * characters, which is what a FIFO queue takes.
   */
  @JsonProperty(access = Access.READ_ONLY)
  String key();

  /** What a FIFO queue keeps in order: the messages of one group. */
  default String group() {
    return key();
  }
}
