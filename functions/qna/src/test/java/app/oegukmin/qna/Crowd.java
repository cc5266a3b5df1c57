package app.oegukmin.qna;

import app.oegukmin.shared.dynamo.BusyException;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.post.Board;
import app.oegukmin.shared.post.PictureUrls;
import app.oegukmin.shared.valkey.Valkey;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Many members who call at once, each through an execution environment of its own, with the
 * function's permissions.
 */
final class Crowd {

  /** What serves one member: like a function's execution environment, one call at a time. */
  record Environs(QuestionWriter questions, AnswerWriter answers, LikeService likes) {}

  private final Environment environment;
  private final DynamoDbClient client;

  Crowd(Stack stack) {
    this(stack, Map.of());
  }

  /** The same with other values of some variables. */
  Crowd(Stack stack, Map<String, String> changed) {
    Map<String, String> variables = new HashMap<>(stack.environment("QnaFunction"));
    variables.putAll(changed);
    this.environment = new Environment(variables);
    this.client = patient(environment.require("AWS_LAMBDA_FUNCTION_NAME"));
  }

  // As Dynamo.connect, but a busy machine takes longer than three seconds to respond.
  private static DynamoDbClient patient(String function) {
    return DynamoDbClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(Duration.ofMinutes(1)))
        .overrideConfiguration(config -> config.appId(function))
        .build();
  }

  /** With a minute of patience: a busy machine takes ten times as long for each of many. */
  Environs environs() {
    return environs(patient(board(client, Clock.systemUTC()), Duration.ofMinutes(1)));
  }

  /** With the function's own patience. */
  Environs environs(DynamoDbClient through) {
    return environs(board(through, Clock.systemUTC()));
  }

  /**
   * Likes with half a minute of patience that counts their pauses alone. {@code CrowdTest} shows
   * that three seconds are enough for who waits for DynamoDB.
   */
  LikeService likes() {
    Board board = board(client, new FakeClock(Instant.EPOCH));
    return environs(patient(board, Duration.ofSeconds(30))).likes();
  }

  private static Board patient(Board board, Duration patience) {
    return new Board(
        board.client(),
        board.members(),
        board.texts(),
        board.pending(),
        board.submissions(),
        board.audit(),
        board.valkey(),
        patience,
        board.clock());
  }

  private Board board(DynamoDbClient through, Clock clock) {
    Optional<Valkey> valkey = Valkey.of(environment, Clock.systemUTC());
    return QuestionWriter.board(environment, through, valkey, clock);
  }

  private Environs environs(Board board) {
    DynamoDbClient through = board.client();
    QuestionTable questions = new QuestionTable(through, environment.require("QUESTION_TABLE"));
    AnswerTable answers = new AnswerTable(through, environment.require("ANSWER_TABLE"));
    VoteTable votes = new VoteTable(through, environment.require("VOTE_TABLE"));
    return new Environs(
        new QuestionWriter(
            board, questions, new QuestionReader(board, questions), new PictureUrls("http://m")),
        new AnswerWriter(
            board, questions, answers, new AnswerReader(board, questions, answers, votes)),
        new LikeService(board, answers, votes));
  }

  /** The outcome of a call as a client sees it: {@code 200}, or the status of a refusal. */
  static Callable<String> call(Runnable call) {
    return () -> {
      try {
        call.run();
        return "200";
      } catch (ApiException refusal) {
        return refusal.code().status() + " " + refusal.code().code();
      } catch (BusyException busy) {
        return "503";
      }
    };
  }

  /** Runs all at the same time; their results in their order. */
  static <V> List<V> atOnce(List<Callable<V>> calls)
      throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(calls.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<V>> results = new ArrayList<>();
      for (Callable<V> call : calls) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return call.call();
                }));
      }
      List<V> values = new ArrayList<>();
      for (Future<V> result : results) {
        values.add(result.get());
      }
      return values;
    }
  }
}
