package app.oegukmin.qna;

import app.oegukmin.qna.view.ViewTable;
import app.oegukmin.qna.view.Views;
import app.oegukmin.shared.block.BlockTable;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.JerseyApi;
import app.oegukmin.shared.http.Priming;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.PictureUrls;
import app.oegukmin.shared.post.PostCache;
import app.oegukmin.shared.post.PostCaches;
import app.oegukmin.shared.search.SearchEngine;
import app.oegukmin.shared.valkey.Valkey;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Questions but for new ones, answers and likes (contract §6.4, §6.5). */
public final class QnaHandler implements RequestStreamHandler {

  private static final Duration READ = Duration.ofSeconds(2);

  private final JerseyApi api;

  // Kept, because the runtime holds its hooks weakly.
  @SuppressWarnings("UnusedVariable")
  private final Priming priming;

  /** On Lambda. */
  public QnaHandler() {
    this(System.getenv(), Clock.systemUTC());
  }

  /** With the variables of the template. */
  public QnaHandler(Map<String, String> variables, Clock clock) {
    Environment environment = new Environment(variables);
    DynamoDbClient dynamo = Dynamo.connect(environment);
    Optional<Valkey> valkey = Valkey.of(environment, clock);
    Board board = QuestionWriter.board(environment, dynamo, valkey, clock);
    BlockTable blocks = new BlockTable(dynamo, environment.require("BLOCK_TABLE"));
    PictureUrls urls = new PictureUrls(environment.require("MEDIA_URL"));
    QuestionTable questions = new QuestionTable(dynamo, environment.require("QUESTION_TABLE"));
    AnswerTable answers = new AnswerTable(dynamo, environment.require("ANSWER_TABLE"));
    VoteTable votes = new VoteTable(dynamo, environment.require("VOTE_TABLE"));
    Views views =
        new Views(
            new ViewTable(dynamo, environment.require("VIEW_TABLE"), clock),
            valkey,
            new SecureRandom(),
            clock);
    QuestionReader reader = new QuestionReader(board, questions);
    QuestionSearch search =
        new QuestionSearch(
            SearchEngine.of(environment, Dynamo.impatient(environment, READ), clock), reader);
    AnswerReader answerReader = new AnswerReader(board, questions, answers, votes);
    this.api =
        new JerseyApi(
            new QuestionResource(
                new QuestionService(board, blocks, reader, cache(valkey), views, urls, search),
                new QuestionWriter(board, questions, reader, urls)),
            new AnswerResource(
                new AnswerService(board, blocks, answerReader),
                new AnswerWriter(board, questions, answers, answerReader),
                new LikeService(board, answers, votes)));
    this.priming = new Priming(api, "GET", "/api/question/read", valkey);
  }

  private static PostCache<QuestionPost, QuestionPost> cache(Optional<Valkey> valkey) {
    return new PostCache<>(
        valkey,
        PostCaches.QUESTIONS,
        QuestionPost.class,
        QuestionPost.class,
        post -> post.question() != null);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    api.handle(input, output, context);
  }
}
