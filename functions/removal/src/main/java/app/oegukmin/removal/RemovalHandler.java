package app.oegukmin.removal;

import app.oegukmin.shared.connection.ConnectionTable;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.event.MessageBatch;
import app.oegukmin.shared.log.LogContext;
import app.oegukmin.shared.post.PostTextTable;
import app.oegukmin.shared.work.RemovalWork;
import app.oegukmin.shared.work.RemoveMember;
import app.oegukmin.shared.work.RemovePictures;
import app.oegukmin.shared.work.RemovePost;
import app.oegukmin.shared.work.WorkJson;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Removes departed members, what hangs on posts that are gone, and pictures of posts that are gone
 * or hidden; one per message.
 */
public final class RemovalHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

  private final RemovalService removals;
  private final PostRemoval posts;
  private final PictureRemoval pictures;
  private final LogContext log = new LogContext();

  /** On Lambda. */
  public RemovalHandler() {
    this(System.getenv());
  }

  /** With the variables of the template. */
  public RemovalHandler(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    DynamoDbClient dynamo = Dynamo.connect(environment);
    AccountTable accounts = new AccountTable(dynamo, environment.require("USER_TABLE"));
    SessionRemoval sessions =
        new SessionRemoval(dynamo, environment.require("SESSION_TABLE"), accounts);
    this.pictures = PictureRemoval.of(environment);
    String questions = environment.require("QUESTION_TABLE");
    String answers = environment.require("ANSWER_TABLE");
    VoteRemoval votes = new VoteRemoval(dynamo, environment.require("VOTE_TABLE"), answers);
    PostTextTable texts = new PostTextTable(dynamo, environment.require("POST_TEXT_TABLE"));
    this.removals =
        new RemovalService(
            List.of(
                sessions,
                pictures,
                new QuestionPictures(dynamo, questions, pictures),
                votes,
                new AuthorRemoval(dynamo, questions, "board"),
                new AuthorRemoval(dynamo, answers, "key"),
                new AuthorRemoval(dynamo, environment.require("HELP_TABLE"), "board"),
                new ChatRemoval(dynamo, chat(environment)),
                HashedRemoval.devices(dynamo, environment.require("DEVICE_TABLE")),
                HashedRemoval.tickets(dynamo, environment.require("TICKET_TABLE")),
                connections(environment, dynamo),
                new BlockRemoval(dynamo, environment.require("BLOCK_TABLE")),
                new ReportRemoval(dynamo, environment.require("REPORT_TABLE"))),
            accounts);
    this.posts = new PostRemoval(new AnswerRemoval(dynamo, answers, texts), votes);
  }

  private static RemovalStep connections(Environment environment, DynamoDbClient dynamo) {
    String name = environment.require("CONNECTION_TABLE");
    // By no clock of ours: what has expired goes, too.
    return new ConnectionRemoval(new ConnectionTable(dynamo, name, () -> Instant.EPOCH));
  }

  private static ChatRemoval.Tables chat(Environment environment) {
    return new ChatRemoval.Tables(
        environment.require("ROOM_TABLE"),
        environment.require("PAIR_TABLE"),
        environment.require("CURSOR_TABLE"));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return log.call(
        context,
        "aws:sqs",
        () ->
            MessageBatch.handle(
                event, message -> take(WorkJson.read(message.getBody(), RemovalWork.class))));
  }

  private void take(RemovalWork work) {
    switch (work) {
      case RemoveMember member -> removals.remove(member);
      case RemovePictures post -> pictures.remove(post);
      case RemovePost post -> posts.remove(post);
    }
  }
}
