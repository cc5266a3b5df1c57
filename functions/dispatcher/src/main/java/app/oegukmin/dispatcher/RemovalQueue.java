package app.oegukmin.dispatcher;

import app.oegukmin.shared.member.MemberRemoval;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;

/** One queue for each function that keeps something of members. */
final class RemovalQueues {

  private final SqsClient client;
  private final List<String> urls;

  /**
   * The queues of a list.
   *
   * @param urls separated by commas
   */
  RemovalQueues(SqsClient client, String urls) {
    this.client = client;
    this.urls = List.of(urls.split(","));
  }

  /** Tells all of them; when one fails, all are told again at the next try. */
  void send(MemberRemoval removal) {
    for (String url : urls) {
      client.sendMessage(request -> request.queueUrl(url).messageBody(removal.json()));
    }
  }
}
