package app.oegukmin.template;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A DynamoDB stream's event source mapping.
 *
 * @param table logical id of a table of this template
 * @param startingPosition {@code TRIM_HORIZON} or {@code LATEST}
 * @param filters JSON patterns of which one must match; empty lets everything through
 */
public record StreamSource(
    String table,
    Batch batch,
    String startingPosition,
    List<String> filters,
    Retries retries,
    boolean enabled)
    implements EventSource {

  /**
   * What happens to a batch that fails.
   *
   * @param attempts how often it is tried again, empty for until it expires
   * @param bisect whether a failed batch is halved
   * @param onFailure logical id of the queue that hears of a batch given up
   */
  public record Retries(OptionalInt attempts, boolean bisect, Optional<String> onFailure) {}

  private static final int DEFAULT_BATCH = 100;

  static StreamSource read(Resources resources, Section event) {
    event.only(
        "Stream",
        "StartingPosition",
        "BatchSize",
        "MaximumBatchingWindowInSeconds",
        "FunctionResponseTypes",
        "FilterCriteria",
        "MaximumRetryAttempts",
        // Local streams are short: nothing lives long enough to expire.
        "MaximumRecordAgeInSeconds",
        "BisectBatchOnFunctionError",
        "DestinationConfig",
        "Enabled");
    return new StreamSource(
        resources.owner(Resources.TABLE, "StreamArn", event, "Stream"),
        Batch.read(event, DEFAULT_BATCH),
        event.text("StartingPosition"),
        event.section("FilterCriteria").list("Filters").stream()
            .map(filter -> filter.text("Pattern"))
            .toList(),
        retries(resources, event),
        event.flag("Enabled", true));
  }

  private static Retries retries(Resources resources, Section event) {
    OptionalInt attempts = event.number("MaximumRetryAttempts");
    Section onFailure = event.section("DestinationConfig").section("OnFailure");
    return new Retries(
        // -1 is AWS's word for "until it expires".
        attempts.isPresent() && attempts.getAsInt() < 0 ? OptionalInt.empty() : attempts,
        event.flag("BisectBatchOnFunctionError", false),
        onFailure
            .optional("Destination")
            .map(arn -> resources.owner(Resources.QUEUE, "Arn", onFailure, "Destination")));
  }
}
