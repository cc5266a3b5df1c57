package app.oegukmin.watch;

import app.oegukmin.shared.job.Job;
import app.oegukmin.shared.job.JobTable;
import app.oegukmin.shared.metric.Metrics;
import app.oegukmin.shared.metric.Unit;
import app.oegukmin.watch.DeadLetters.Dead;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes three numbers that alarms watch, and logs what they are made of. */
final class Watch {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /** From this age on the log names a source; the alarm's threshold is higher. */
  private static final Duration WORTH_A_LINE = Duration.ofMinutes(15);

  private final List<Waiting> sources;
  private final Ages ages;
  private final DeadLetters deadLetters;
  private final Jobs jobs;
  private final Metrics metrics;

  /** The jobs that this stack has, and when each was last done. */
  record Jobs(Set<Job> expected, JobTable table, Clock clock) {

    List<Job> late() {
      return expected.stream()
          .filter(job -> table.last(job).plus(job.within()).isBefore(clock.instant()))
          .sorted()
          .toList();
    }
  }

  Watch(List<Waiting> sources, Ages ages, DeadLetters deadLetters, Jobs jobs, Metrics metrics) {
    this.sources = sources;
    this.ages = ages;
    this.deadLetters = deadLetters;
    this.jobs = jobs;
    this.metrics = metrics;
  }

  /** Looks once. */
  Seen run() {
    Seen seen = new Seen(oldest().toSeconds(), dead(), late());
    metrics.record("OldestMessageAge", seen.oldestMessageAge(), Unit.SECONDS);
    metrics.record("DeadLetters", seen.deadLetters(), Unit.COUNT);
    metrics.record("MissedRuns", seen.missedRuns(), Unit.COUNT);
    return seen;
  }

  private Duration oldest() {
    return sources.stream().map(this::age).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private Duration age(Waiting source) {
    Duration age = ages.oldest(source);
    if (age.compareTo(WORTH_A_LINE) > 0) {
      LOG.warn("The oldest work for {} has waited {}", source.name(), age);
    }
    return age;
  }

  private long dead() {
    List<Dead> found = deadLetters.find();
    found.forEach(dead -> LOG.warn("{} messages lie in {}", dead.messages(), dead.queue()));
    return found.stream().mapToLong(Dead::messages).sum();
  }

  private long late() {
    List<Job> late = jobs.late();
    late.forEach(job -> LOG.warn("{} has not been done for {}", job.id(), job.within()));
    return late.size();
  }

  /**
   * What a look has found.
   *
   * @param oldestMessageAge in seconds
   */
  record Seen(long oldestMessageAge, long deadLetters, long missedRuns) {}
}
