package app.oegukmin.bench;

import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeTable;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * The floor of a cold start: the same table, JSON library and SDK as the notice function, and
 * nothing between them and the event.
 */
public final class FloorHandler implements RequestStreamHandler {

  private final NoticeTable lists =
      new NoticeTable(
          Dynamo.connect(new Environment(System.getenv())), System.getenv("NOTICE_TABLE"));

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var query = Json.MAPPER.readTree(input).path("queryStringParameters");
    var rows = lists.page(Language.KO, query.path("type").asText(), Long.MAX_VALUE, 11);
    String body =
        Json.MAPPER.writeValueAsString(
            Map.of("success", true, "response", Map.of("announcements", rows)));
    Json.MAPPER.writeValue(output, Map.of("statusCode", 200, "body", body));
  }
}
