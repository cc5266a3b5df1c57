package app.oegukmin.local.run;

import app.oegukmin.local.event.Checkpoints;
import app.oegukmin.local.event.EventFilter;
import app.oegukmin.local.event.Mapping;
import app.oegukmin.local.event.QueueFeed;
import app.oegukmin.local.event.Schedule;
import app.oegukmin.local.event.ScheduleExpression;
import app.oegukmin.local.event.SqsMapping;
import app.oegukmin.local.event.StreamFeed;
import app.oegukmin.local.event.StreamMapping;
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

/** The event sources of the template, but for its routes. */
final class Feeds {

  private final Template template;
  private final Aws aws;
  private final Path checkpoints;
  private final Clock clock;

  Feeds(Template template, Aws aws, Path checkpoints, Clock clock) {
    this.template = template;
    this.aws = aws;
    this.checkpoints = checkpoints;
    this.clock = clock;
  }

  /** Starts every mapping that the template switches on. */
  List<Mapping> start(Functions functions) {
    List<Mapping> mappings = new ArrayList<>();
    for (LambdaFunction function : template.functions()) {
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
  List<Schedule> schedules() {
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
    QueueFeed feed = new QueueFeed(function, queue(source.queue()), source);
    return new SqsMapping(feed, aws.sqs(), functions);
  }

  private Mapping stream(String function, StreamSource source, Functions functions) {
    StreamFeed feed =
        new StreamFeed(
            function,
            source,
            streamArn(source.table()),
            new EventFilter(source.filters()),
            source.retries().onFailure().map(queue -> queue(queue).url()));
    Path file = checkpoints.resolve(source.table() + "-" + function + ".json");
    return new StreamMapping(
        feed, aws.streams(), aws.sqs(), functions, new Checkpoints(file), clock);
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

  private String streamArn(String logicalId) {
    Table table =
        template.tables().stream()
            .filter(candidate -> candidate.logicalId().equals(logicalId))
            .findFirst()
            .orElseThrow();
    return aws.dynamodb().describeTable(r -> r.tableName(table.name())).table().latestStreamArn();
  }
}
