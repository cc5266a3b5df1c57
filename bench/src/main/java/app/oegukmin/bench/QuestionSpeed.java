package app.oegukmin.bench;

import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.qna.QnaHandler;
import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redis.clients.jedis.Jedis;

/** Lists and reads over 10,000 questions and 50,000 answers, for a member. */
public final class QuestionSpeed {

  private static final int QUESTIONS = 10_000;

  private final CallSpeed speed;

  private QuestionSpeed(CallSpeed speed) {
    this.speed = speed;
  }

  /** Prints a table. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/questions"));
    try (Engines engines =
            Engines.start(Set.of(Engine.DYNAMODB, Engine.REDIS), Optional.empty(), work);
        Jedis valkey = new Jedis("127.0.0.1", engines.redisPort())) {
      engines.sdkProperties().forEach(System::setProperty);
      Questions.seed(engines.dynamodb(), root.resolve("template.yaml"), QUESTIONS);
      new QuestionSpeed(new CallSpeed(root, valkey)).run(engines.redisPort());
    }
  }

  private void run(int redis) throws IOException {
    Map<String, String> variables = Questions.environment();
    QnaHandler uncached = new QnaHandler(variables, Clock.systemUTC());
    Map<String, String> withCache = new HashMap<>(variables);
    withCache.put("CACHE_ENDPOINT", "127.0.0.1:" + redis);
    withCache.put("CACHE_TLS", "false");
    QnaHandler cached = new QnaHandler(withCache, Clock.systemUTC());
    byte[] list = list("{\"cursorId\":0}");
    byte[] tagged = list("{\"cursorId\":0,\"tag\":\"기숙사\"}");
    CallSpeed.head();
    speed.warmUp(cached, list, read(), answers());
    speed.measure("questions, cached", cached, list, 2_000);
    speed.measure("questions, not cached", uncached, list, 500);
    speed.measure("questions of a tag, cached", cached, tagged, 2_000);
    speed.measure("questions of a tag, not cached", uncached, tagged, 500);
    speed.measure(
        "questions with a word of none", cached, list("{\"cursorId\":0,\"word\":\"없는 말\"}"), 20);
    speed.measure("one question, cached", cached, read(), 2_000);
    speed.measure("one question, not cached", uncached, read(), 500);
    speed.measure("answers, cached", cached, answers(), 2_000);
    speed.measure("answers, not cached", uncached, answers(), 500);
  }

  private byte[] list(String body) throws IOException {
    return Json.MAPPER.writeValueAsBytes(asMember(speed.event("qna-list")).put("body", body));
  }

  private byte[] read() throws IOException {
    ObjectNode event = asMember(speed.event("qna-read"));
    event
        .putObject("multiValueQueryStringParameters")
        .putArray("id")
        .add(Long.toString(Questions.question(QUESTIONS - 1)));
    return Json.MAPPER.writeValueAsBytes(event);
  }

  private byte[] answers() throws IOException {
    ObjectNode event = asMember(speed.event("qna-answers"));
    long question = Questions.question(QUESTIONS - 1);
    event.put("body", "{\"questionId\":%d,\"cursorId\":0,\"sortBy\":\"date\"}".formatted(question));
    return Json.MAPPER.writeValueAsBytes(event);
  }

  private static ObjectNode asMember(ObjectNode event) {
    event.withObject("/requestContext/authorizer").put("userId", "member0");
    return event;
  }
}
