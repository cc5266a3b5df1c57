package app.oegukmin.dispatcher;

import app.oegukmin.shared.order.CrawlOrder;
import app.oegukmin.shared.order.ReadMenus;
import app.oegukmin.shared.order.StartCrawl;
import java.time.LocalDate;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The queues of the functions that do what administrators order. */
final class CrawlOrderQueues {

  private final SqsClient client;
  private final String notices;
  private final String menus;

  /** The queues with these URLs. */
  CrawlOrderQueues(SqsClient client, String notices, String menus) {
    this.client = client;
    this.notices = notices;
    this.menus = menus;
  }

  /**
   * Has an order done.
   *
   * @throws IllegalArgumentException when it is of neither notices nor menus
   */
  void send(CrawlOrder order) {
    Optional<LocalDate> day = order.menus();
    if (day.isPresent()) {
      send(menus, new ReadMenus(day.get(), order.at()).json());
    } else {
      send(notices, new StartCrawl(order.at()).json());
    }
  }

  private void send(String url, String message) {
    client.sendMessage(request -> request.queueUrl(url).messageBody(message));
  }
}
