package app.oegukmin.search;

import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Unit;
import app.oegukmin.shared.search.IndexChange;
import app.oegukmin.shared.search.IndexStore;
import app.oegukmin.shared.search.SearchDocument;
import app.oegukmin.shared.work.DeadLetterException;
import app.oegukmin.shared.work.IndexDocument;
import app.oegukmin.shared.work.IndexWork;
import app.oegukmin.shared.work.WorkJson;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;

/** Brings the changes of a batch of messages into the index, all by one commit. */
final class IndexWriter {

  private static final Logger LOG = LoggerFactory.getLogger(IndexWriter.class);

  private final Contents contents;
  private final IndexStore index;
  private final Metrics metrics;
  private final Clock clock;

  IndexWriter(Contents contents, IndexStore index, Metrics metrics, Clock clock) {
    this.contents = contents;
    this.index = index;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Handles an event. The response names all messages or none. */
  SQSBatchResponse write(SQSEvent event) {
    List<SQSMessage> messages =
        Objects.requireNonNull(event.getRecords(), "Not an event of a queue");
    if (!written(documents(messages))) {
      return new SQSBatchResponse(
          messages.stream().map(m -> new BatchItemFailure(m.getMessageId())).toList());
    }
    messages.stream()
        .map(message -> message.getAttributes().get("SentTimestamp"))
        .mapToLong(Long::parseLong)
        .min()
        .ifPresent(sent -> metrics.record("IndexLag", clock.millis() - sent, Unit.MILLISECONDS));
    return new SQSBatchResponse(List.of());
  }

  // A message names what has changed, not how: a document is read once for all of its messages.
  private static Collection<IndexDocument> documents(List<SQSMessage> messages) {
    Map<String, IndexDocument> documents = new LinkedHashMap<>();
    messages.stream()
        .flatMap(message -> document(message).stream())
        .forEach(each -> documents.put(SearchDocument.key(each.of(), each.id()), each));
    return documents.values();
  }

  // One that nobody can read would stop the queue for all that come after it.
  private static Optional<IndexDocument> document(SQSMessage message) {
    try {
      return switch (WorkJson.read(message.getBody(), IndexWork.class)) {
        case IndexDocument document -> Optional.of(document);
      };
    } catch (DeadLetterException e) {
      LOG.error("Message {} is dropped: {}", message.getMessageId(), e.getMessage());
      return Optional.empty();
    }
  }

  private boolean written(Collection<IndexDocument> documents) {
    try {
      return documents.isEmpty() || index.apply(() -> changes(documents));
    } catch (SdkException | IllegalStateException | IOException e) {
      LOG.error("{} changes come again", documents.size(), e);
      return false;
    }
  }

  private List<IndexChange> changes(Collection<IndexDocument> documents) {
    return documents.stream().flatMap(document -> change(document).stream()).toList();
  }

  // The same holds for a row that nobody can read; what cannot be read now comes again.
  @SuppressWarnings("CatchGeneral")
  private Optional<IndexChange> change(IndexDocument document) {
    try {
      return Optional.of(contents.change(document.of(), document.id()));
    } catch (SdkException | IllegalStateException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} {} cannot be read", document.of(), document.id(), e);
      return Optional.empty();
    }
  }
}
