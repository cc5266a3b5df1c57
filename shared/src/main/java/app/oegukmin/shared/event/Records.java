package app.oegukmin.shared.event;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records of an SQS or stream event, handled one by one: those that fail are named in the
 * answer (ReportBatchItemFailures) and come again, the others are done.
 */
public final class Records {

  private static final Logger LOG = LoggerFactory.getLogger(Records.class);

  private Records() {}

  /** Handles one record; whatever it throws makes that record come again. */
  @FunctionalInterface
  public interface RecordHandler {
    void handle(JsonNode record) throws Exception;
  }

  /**
   * Whether an event is a batch of records: a function that answers requests may have a queue too.
   */
  public static boolean isBatch(byte[] event) throws IOException {
    try (JsonParser json = Json.MAPPER.createParser(event)) {
      return json.nextToken() == JsonToken.START_OBJECT && "Records".equals(json.nextFieldName());
    }
  }

  /** Handles every message of an SQS event, in any order. */
  public static void messages(JsonNode event, OutputStream answer, RecordHandler handler)
      throws IOException {
    ArrayNode failures = Json.MAPPER.createArrayNode();
    for (JsonNode message : event.path("Records")) {
      String id = message.path("messageId").asText();
      if (!handled(message, id, handler)) {
        failures.addObject().put("itemIdentifier", id);
      }
    }
    write(failures, answer);
  }

  /** Handles the records of a stream event in order, up to the first that fails. */
  public static void changes(JsonNode event, OutputStream answer, RecordHandler handler)
      throws IOException {
    ArrayNode failures = Json.MAPPER.createArrayNode();
    for (JsonNode change : event.path("Records")) {
      String id = change.path("dynamodb").path("SequenceNumber").asText();
      if (!handled(change, id, handler)) {
        failures.addObject().put("itemIdentifier", id);
        break;
      }
    }
    write(failures, answer);
  }

  // Whatever a record throws concerns that record alone.
  @SuppressWarnings("CatchGeneral")
  private static boolean handled(JsonNode record, String id, RecordHandler handler) {
    try {
      handler.handle(record);
      return true;
    } catch (Exception e) {
      LOG.error("Record {} failed and will come again", id, e);
      return false;
    }
  }

  private static void write(ArrayNode failures, OutputStream answer) throws IOException {
    ObjectNode body = Json.MAPPER.createObjectNode();
    body.set("batchItemFailures", failures);
    Json.MAPPER.writeValue(answer, body);
  }
}
