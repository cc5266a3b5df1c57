package app.oegukmin.help;

import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.PostCache;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The helper board (contract §6.7). */
public final class HelpHandler implements RequestStreamHandler {

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public HelpHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public HelpHandler(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    Clock clock = Clock.systemUTC();
    DynamoDbClient dynamo = Dynamo.connect(environment);
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    Board.Tables tables =
        new Board.Tables(
            environment.require("USER_TABLE"),
            environment.require("POST_TEXT_TABLE"),
            environment.require("SUBMISSION_TABLE"),
            environment.require("AUDIT_TABLE"));
    Board board = Board.of(dynamo, tables, valkey, clock);
    HelpTable table = new HelpTable(dynamo, environment.require("HELP_TABLE"));
    HelpReader reader = new HelpReader(board, table);
    BlockTable blocks = new BlockTable(dynamo, environment.require("BLOCK_TABLE"));
    this.api =
        new JerseyApi(
            new HelpResource(
                new HelpService(board, reader, blocks, cache(valkey)),
                new HelpWriter(board, table, reader)));
    this.priming = new Priming(api, "GET", "/api/help/read", valkey);
  }

  private static PostCache<Help, HelpPost> cache(Optional<Valkey> valkey) {
    return new PostCache<>(
        valkey, PostCaches.HELP, Help.class, HelpPost.class, post -> post.help() != null);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
