package app.oegukmin.testkit;

import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Plays the event source mapping of a real queue by a {@link FakeClock}: hands what is visible to a
 * function and deletes what it acknowledges. The rest comes again when the clock says so, after the
 * pause that the function has set or else the queue's own; each delivery counts as on AWS.
 */
public final class FakeEventSource {

  // Of a real queue, whose time passes whatever the clock of the test says.
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Pattern FAILED = Pattern.compile("\"itemIdentifier\":\"([^\"]+)\"");

  private final SqsClient sqs;
  private final String url;
  private final FakeClock clock;
  private final UnaryOperator<String> function;
  private final List<Hidden> hidden = new ArrayList<>();
  private final Map<String, Instant> firstReceived = new HashMap<>();

  /**
   * A message that was not acknowledged.
   *
   * @param pauses whether the function itself has said for how long
   * @param until when it is visible again
   */
  private record Hidden(Message message, boolean pauses, Instant until) {}

  /**
   * A mapping that delivers when it is told to.
   *
   * @param function takes an event and returns a batch response, both as JSON
   */
  public FakeEventSource(
      SqsClient sqs, String url, FakeClock clock, UnaryOperator<String> function) {
    this.sqs = sqs;
    this.url = url;
    this.clock = clock;
    this.function = function;
  }

  /** Puts messages into the queue. */
  public void send(List<String> bodies) {
    bodies.forEach(body -> sqs.sendMessage(send -> send.queueUrl(url).messageBody(body)));
  }

  /**
   * Delivers one batch of what is visible.
   *
   * @return how many messages it had, 0 when none is visible
   */
  public int deliver(int batchSize) {
    reveal();
    List<Message> batch = receive(batchSize);
    if (!batch.isEmpty()) {
      Set<String> failed = invoke(batch);
      batch.forEach(message -> settle(message, failed));
    }
    return batch.size();
  }

  /** The bodies of the messages that wait for as long as the function has said. */
  public List<String> waiting() {
    return bodies(true);
  }

  /** The bodies of the messages that have failed and wait for the queue's own timeout. */
  public List<String> failed() {
    return bodies(false);
  }

  /** Takes the messages that have failed out of the queue; their bodies. */
  public List<String> removeFailed() {
    List<Hidden> failed = hidden.stream().filter(each -> !each.pauses()).toList();
    hidden.removeAll(failed);
    failed.forEach(each -> delete(each.message()));
    return failed.stream().map(each -> each.message().body()).toList();
  }

  /** For how long the messages wait that do so for as long as the function has said. */
  public List<Duration> pauses() {
    return hidden.stream()
        .filter(Hidden::pauses)
        .map(each -> Duration.between(clock.instant(), each.until()))
        .toList();
  }

  private List<String> bodies(boolean pauses) {
    return hidden.stream()
        .filter(each -> each.pauses() == pauses)
        .map(each -> each.message().body())
        .toList();
  }

  private void reveal() {
    List<Hidden> due =
        hidden.stream().filter(each -> !each.until().isAfter(clock.instant())).toList();
    hidden.removeAll(due);
    due.forEach(each -> hide(each.message(), Duration.ZERO));
  }

  private List<Message> receive(int batchSize) {
    return sqs.receiveMessage(
            receive ->
                receive
                    .queueUrl(url)
                    .maxNumberOfMessages(batchSize)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }

  private Set<String> invoke(List<Message> batch) {
    String event = LambdaJson.write(Map.of("Records", batch.stream().map(this::record).toList()));
    return FAILED
        .matcher(function.apply(event))
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }

  private Map<String, Object> record(Message message) {
    return SqsRecord.of(
        message, firstReceived.computeIfAbsent(message.messageId(), id -> clock.instant()));
  }

  private void settle(Message message, Set<String> failed) {
    if (!failed.contains(message.messageId())) {
      delete(message);
      return;
    }
    Optional<Duration> pause = AwsCalls.hidden(message.receiptHandle());
    Instant until = clock.instant().plus(pause.orElseGet(this::visibility));
    hidden.add(new Hidden(message, pause.isPresent(), until));
    hide(message, LONGEST);
  }

  private void delete(Message message) {
    sqs.deleteMessage(d -> d.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  private Duration visibility() {
    String seconds =
        sqs.getQueueAttributes(get -> get.queueUrl(url).attributeNames(VISIBILITY_TIMEOUT))
            .attributes()
            .get(VISIBILITY_TIMEOUT);
    return Duration.ofSeconds(Long.parseLong(seconds));
  }

  private void hide(Message message, Duration time) {
    sqs.changeMessageVisibility(
        change ->
            change
                .queueUrl(url)
                .receiptHandle(message.receiptHandle())
                .visibilityTimeout((int) time.toSeconds()));
  }
}
