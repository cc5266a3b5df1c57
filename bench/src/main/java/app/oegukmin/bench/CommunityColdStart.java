package app.oegukmin.bench;

import app.oegukmin.bench.FirstCall.Probe;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cold start of the community's functions under the real Lambda runtime interface client, each
 * against the floor of a plain handler; see {@link ColdStart}. There is no cache.
 */
public final class CommunityColdStart {

  private static final int ROUNDS = Integer.getInteger("rounds", 5);

  /** A function, the recorded event that it is sent, and a part of its response. */
  private record Subject(String function, String event, String expected) {}

  private static final List<Subject> SUBJECTS =
      List.of(
          new Subject("QnaFunction", "qna-list", "questionList"),
          new Subject("FaqFunction", "faq-list", "faqList"),
          new Subject("HelpFunction", "help-list", "helpList"),
          new Subject("ModerationFunction", "moderation-blocks", "blockList"),
          new Subject("QuestionPostFunction", "questionpost-upload", "success"));

  private final Path root;
  private final Path work;
  private final TlsFront front;
  private final Template template;

  private CommunityColdStart(Path root, Path work, TlsFront front) throws Exception {
    this.root = root;
    this.work = work;
    this.front = front;
    LocalNames names = new LocalNames("", URI.create("http://sqs.invalid"));
    this.template = Template.read(root.resolve("template.yaml"), Map.of("Local", "true"), names);
  }

  /** Prints the medians of each function; needs everything packaged. */
  public static void main(String[] arguments) throws Exception {
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/coldstart"));
    try (Engines engines = Engines.start(Set.of(Engine.DYNAMODB), Optional.empty(), work);
        TlsFront front = new TlsFront(engines.dynamodb(), work)) {
      Notices.seed(engines.dynamodb(), root.resolve("template.yaml"));
      CommunityColdStart bench = new CommunityColdStart(root, work, front);
      for (Subject subject : SUBJECTS) {
        bench.compare(subject);
      }
    }
  }

  private void compare(Subject subject) throws Exception {
    Probe notices = new Probe(event("notice-list"), "announcements", Map.of());
    FirstCall plain = new FirstCall(notices, work, front);
    Path floorTask = ColdStart.floorTask(root, work);
    LambdaFunction function = template.function(subject.function());
    Map<String, String> variables = new HashMap<>(function.environment());
    variables.keySet().removeIf(name -> name.startsWith("CACHE_"));
    Probe probe = new Probe(event(subject.event()), subject.expected(), variables);
    FirstCall call = new FirstCall(probe, work, front);
    Path task = root.resolve(function.code().uri()).resolve("target/lambda");
    FirstCalls floor = new FirstCalls();
    FirstCalls cold = new FirstCalls();
    FirstCalls primed = new FirstCalls();
    for (int round = 0; round < ROUNDS; round++) {
      floor.add(plain.measure(floorTask, FloorHandler.class.getName(), false));
      cold.add(call.measure(task, function.code().handler(), false));
      primed.add(call.measure(task, function.code().handler(), true));
    }
    floor.print("floor, plain handler");
    cold.print(subject.function() + ", not primed");
    primed.print(subject.function() + ", primed");
    System.out.printf("cold CPU / floor %s%n%n", cold.ratios(floor, sample -> sample.cpu()));
  }

  private Path event(String name) {
    return root.resolve("events").resolve(name + ".json");
  }
}
