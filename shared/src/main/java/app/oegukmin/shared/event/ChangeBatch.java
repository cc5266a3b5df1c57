package app.oegukmin.shared.event;

import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes of one table that its stream hands over at once, oldest first. */
public final class ChangeBatch {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeBatch.class);

  private final List<Change> changes;
  private Optional<String> failed = Optional.empty();

  ChangeBatch(List<Change> changes) {
    this.changes = List.copyOf(changes);
  }

  /** Handles one change; whatever it throws makes that change and the later ones come again. */
  @FunctionalInterface
  public interface ChangeHandler {
    /** Handles a change that may have been delivered before. */
    void handle(Change change) throws Exception;
  }

  /** All changes. */
  public List<Change> changes() {
    return changes;
  }

  /**
   * Handles the changes in order up to the first that fails, so that no later change of an item
   * overtakes an earlier one. The response names it, and Lambda delivers from there on again.
   */
  public void each(ChangeHandler handler) {
    failed =
        changes.stream()
            .filter(change -> !handled(change, handler))
            .findFirst()
            .map(Change::sequenceNumber);
  }

  // Whatever a change makes the handler throw is told by the response.
  @SuppressWarnings("CatchGeneral")
  private static boolean handled(Change change, ChangeHandler handler) {
    try {
      handler.handle(change);
      return true;
    } catch (Exception e) {
      LOG.error("Change {} failed and will come again", change.sequenceNumber(), e);
      return false;
    }
  }

  StreamsEventResponse response() {
    return new StreamsEventResponse(failed.map(BatchItemFailure::new).stream().toList());
  }
}
