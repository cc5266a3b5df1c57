package app.oegukmin.local.event;

import app.oegukmin.engines.AwsClients;
import app.oegukmin.engines.access.TableWrites;
import app.oegukmin.local.function.Functions;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.Queue;
import app.oegukmin.template.QueueSource;
import app.oegukmin.template.ScheduleSource;
import app.oegukmin.template.StreamSource;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The events of a template's functions, but for its routes: queues, streams, schedules. */
public final class EventSources {

  private final Template template;
  private final AwsClients aws;
  private final TableWrites writes;
  private final Path checkpoints;
  private final Clock clock;

  /**
   * Event sources over queues and tables that exist.
   *
   * @param writes what is written to the tables
   * @param checkpoints the folder with the positions in the streams, made when it is not there
   */
  public EventSources(
      Template template, AwsClients aws, TableWrites writes, Path checkpoints, Clock clock) {
    this.template = template;
    this.aws = aws;
    this.writes = writes;
    this.checkpoints = checkpoints;
    this.clock = clock;
  }

  /** Starts every mapping that the template switches on. */
  public List<Mapping> start(Functions functions) {
    return start(template.functions(), functions);
  }

  /** Starts those mappings of some functions alone. */
  public List<Mapping> start(List<LambdaFunction> some, Functions functions) {
    List<Mapping> mappings = new ArrayList<>();
    for (LambdaFunction function : some) {
      String id = function.logicalId();
      for (var event : function.events()) {
        switch (event) {
          case QueueSource source when source.enabled() ->
              mappings.add(queue(id, source, functions));
          case StreamSource source when source.enabled() ->
              mappings.add(stream(id, source, functions));
          default -> {}
        }
      }
    }
    return mappings;
  }

  /** Every schedule that the template switches on. */
  public List<Schedule> schedules() {
    List<Schedule> schedules = new ArrayList<>();
    for (LambdaFunction function : template.functions()) {
      for (var event : function.events()) {
        if (event instanceof ScheduleSource source && source.enabled()) {
          schedules.add(schedule(function.logicalId(), source));
        }
      }
    }
    return schedules;
  }

  private Mapping queue(String function, QueueSource source, Functions functions) {
    QueueTrigger trigger = new QueueTrigger(function, queue(source.queue()), source);
    return new SqsMapping(trigger, aws.sqs(), functions);
  }

  private Mapping stream(String function, StreamSource source, Functions functions) {
    String table = table(source.table()).name();
    String arn = aws.dynamodb().describeTable(r -> r.tableName(table)).table().latestStreamArn();
    StreamTrigger trigger =
        new StreamTrigger(
            function,
            source,
            arn,
            new EventFilter(source.filters()),
            source.retries().onFailure().map(queue -> queue(queue).url()));
    TableStream stream = new TableStream(arn, aws.streams(), () -> writes.to(table));
    Path file = checkpoints.resolve(source.table() + "-" + function + ".json");
    return new StreamMapping(trigger, stream, aws.sqs(), functions, new Checkpoints(file), clock);
  }

  private static Schedule schedule(String function, ScheduleSource source) {
    return new Schedule(
        function + source.name(),
        ScheduleExpression.parse(source.expression(), source.timezone()),
        function,
        source.input());
  }

  private Queue queue(String logicalId) {
    return template.queues().stream()
        .filter(queue -> queue.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow();
  }

  private Table table(String logicalId) {
    return template.tables().stream()
        .filter(table -> table.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow();
  }
}
