package app.oegukmin.shared.job;

import java.time.Duration;

/** What a schedule of template.yaml starts. */
public enum Job {
  /** Signing keys are made and rotated, every ten minutes. */
  KEY_ROTATION("key-rotation", Duration.ofMinutes(40)),
  /** Firebase's public keys are copied, every ten minutes; they are good for some hours. */
  FIREBASE_KEYS("firebase-keys", Duration.ofHours(2)),
  /** Boards are looked at for new notices, every half hour from 7:00 to 23:30 in Seoul. */
  CRAWL("crawl", Duration.ofHours(9)),
  /** Boards are looked at for changed notices, each morning. */
  DAILY_CRAWL("daily-crawl", Duration.ofHours(26)),
  /** The cafeterias' menus are read, four times a morning. */
  MENUS("menus", Duration.ofHours(26)),
  /** Missing translations are asked for, every hour. */
  CATCH_UP("catch-up", Duration.ofHours(3)),
  /** Views of questions are carried from Valkey to DynamoDB, every minute. */
  VIEW_FLUSH("view-flush", Duration.ofMinutes(40)),
  /** Pictures whose post was never stored are removed, every hour. */
  PICTURE_SWEEP("picture-sweep", Duration.ofHours(3)),
  /** The search index is made anew each week; every hour is looked whether it is time. */
  REINDEX("reindex", Duration.ofHours(3));

  private final String id;
  private final Duration within;

  Job(String id, Duration within) {
    this.id = id;
    this.within = within;
  }

  /** Its key in the table. */
  public String id() {
    return id;
  }

  /** How long after it was done it must have been done again: its longest pause and some tries. */
  public Duration within() {
    return within;
  }
}
