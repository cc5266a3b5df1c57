package app.oegukmin.dispatcher;

import app.oegukmin.shared.member.MemberRemoval;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queue of members that are to be removed. */
final class RemovalQueue {

  private final SqsClient client;
  private final String url;

  RemovalQueue(SqsClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /** Has a member removed. */
  void send(MemberRemoval removal) {
    client.sendMessage(request -> request.queueUrl(url).messageBody(removal.json()));
  }
}
