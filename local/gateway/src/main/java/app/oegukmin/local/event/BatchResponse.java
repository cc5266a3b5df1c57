package app.oegukmin.local.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** The response of a function with ReportBatchItemFailures, read as strictly as Lambda reads it. */
final class BatchResponse {

  private static final JsonMapper JSON = new JsonMapper();

  private BatchResponse() {}

  /**
   * The identifiers that failed. An absent or empty list means none; a response that is no JSON, or
   * names something that was not in the batch, means all of them.
   */
  static Set<String> failed(byte[] response, Set<String> batch) {
    try {
      JsonNode failures = JSON.readTree(response).path("batchItemFailures");
      if (failures.isMissingNode() || failures.isNull()) {
        return Set.of();
      }
      return failures.isArray() ? listed(failures, batch) : batch;
    } catch (IOException e) {
      return batch;
    }
  }

  private static Set<String> listed(JsonNode failures, Set<String> batch) {
    Set<String> failed = new LinkedHashSet<>();
    for (JsonNode failure : failures) {
      String identifier = failure.path("itemIdentifier").textValue();
      if (identifier == null || !batch.contains(identifier)) {
        return batch;
      }
      failed.add(identifier);
    }
    return failed;
  }
}
