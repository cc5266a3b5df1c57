package app.oegukmin.moderation;

import app.oegukmin.shared.audit.AuditTable;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.chat.MessageTable;
import app.oegukmin.shared.chat.RoomTable;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Transaction;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.member.MemberTable;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.post.PostIds;
import app.oegukmin.shared.post.PostKind;
import app.oegukmin.shared.post.PostTextTable;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reports, blocks, and what administrators do to posts. */
public final class ModerationHandler implements RequestStreamHandler {

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public ModerationHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public ModerationHandler(Map<String, String> variables) {
    this(variables, Clock.systemUTC());
  }

  ModerationHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient dynamo = Dynamo.connect(environment);
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    Posts posts = posts(environment, dynamo);
    ReportService reports =
        new ReportService(
            posts,
            new Messages(
                new RoomTable(dynamo, environment.require("ROOM_TABLE")),
                new MessageTable(dynamo, environment.require("MESSAGE_TABLE"), clock)),
            new ReportTable(dynamo, environment.require("REPORT_TABLE")),
            new PostIds(clock, new SecureRandom()),
            new Metrics("moderation", clock, System.out),
            clock);
    AuditTable audit = new AuditTable(dynamo, environment.require("AUDIT_TABLE"));
    HidingService hiding =
        new HidingService(() -> new Transaction(dynamo), posts, audit, valkey, clock);
    BlockService blocks =
        new BlockService(
            new MemberTable(dynamo, environment.require("USER_TABLE")),
            new BlockTable(dynamo, environment.require("BLOCK_TABLE")),
            clock);
    this.api =
        new JerseyApi(
            new ReportResource(reports),
            new BlockResource(blocks),
            new AdminResource(reports, hiding));
    this.priming = new Priming(api, "GET", "/api/block", valkey);
  }

  private static Posts posts(Environment environment, DynamoDbClient dynamo) {
    PostTextTable texts = new PostTextTable(dynamo, environment.require("POST_TEXT_TABLE"));
    return new Posts(
        Map.of(
            PostKind.QUESTION,
            new BoardTable(
                dynamo,
                PostKind.QUESTION,
                environment.require("QUESTION_TABLE"),
                texts,
                id -> List.of(PostCaches.QUESTIONS, PostCaches.answers(id))),
            PostKind.ANSWER,
            new AnswerTable(dynamo, environment.require("ANSWER_TABLE"), texts),
            PostKind.HELP,
            new BoardTable(
                dynamo,
                PostKind.HELP,
                environment.require("HELP_TABLE"),
                texts,
                id -> List.of(PostCaches.HELP)),
            PostKind.FAQ,
            new BoardTable(
                dynamo,
                PostKind.FAQ,
                environment.require("FAQ_TABLE"),
                texts,
                id -> List.of(PostCaches.FAQ))));
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
