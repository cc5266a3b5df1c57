package app.oegukmin.menucrawler;

import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Trouble;
import java.util.Collection;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the operator what is wrong with menus, and names what it is about. */
record TroubleReport(Metrics metrics) {

  private static final Logger LOG = LoggerFactory.getLogger(TroubleReport.class);

  private static final int NAMED = 20;
  private static final int NAME_LENGTH = 100;

  /** Counts what it is about, and names it in the metric's line and in the log; nothing if none. */
  void tell(Trouble trouble, Collection<String> about) {
    if (!about.isEmpty()) {
      LOG.warn("{}: {}", trouble.kind(), named(about));
      metrics.noting("About", named(about)).tell(trouble, about.size());
    }
  }

  /** Counts names of places that the app does not know, which is no trouble: dishes show (F-31). */
  void countUnknownNames(Collection<String> names) {
    if (!names.isEmpty()) {
      metrics.noting("About", named(names)).count("UnknownMenuNames", names.size());
    }
  }

  private static String named(Collection<String> about) {
    return about.stream()
        .limit(NAMED)
        .map(name -> name.substring(0, Math.min(name.length(), NAME_LENGTH)))
        .collect(Collectors.joining(", "));
  }
}
