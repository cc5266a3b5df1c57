package app.oegukmin.keys;

import app.oegukmin.shared.key.FirebaseKeyTable;
import app.oegukmin.shared.metric.Metrics;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies Firebase's keys to the table, where the functions that verify ID tokens can read them. */
final class FirebaseRefresh {

  private static final Logger LOG = LoggerFactory.getLogger(FirebaseRefresh.class);

  private final FirebaseEndpoint endpoint;
  private final FirebaseKeyTable table;
  private final Metrics metrics;

  FirebaseRefresh(FirebaseEndpoint endpoint, FirebaseKeyTable table, Metrics metrics) {
    this.endpoint = endpoint;
    this.table = table;
    this.metrics = metrics;
  }

  /**
   * Stores what is published now; when it cannot be fetched, the stored keys stay and a metric
   * counts it.
   *
   * @return whether they could be fetched
   */
  boolean run() {
    try {
      table.put(endpoint.fetch());
      return true;
    } catch (IOException e) {
      LOG.warn("Firebase's keys could not be fetched; the stored ones stay", e);
      metrics.count("FirebaseKeysFailed", 1);
      return false;
    }
  }
}
