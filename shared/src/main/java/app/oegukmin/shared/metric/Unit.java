package app.oegukmin.shared.metric;

/** What a metric is measured in. */
public enum Unit {
  COUNT("Count"),
  MILLISECONDS("Milliseconds"),
  SECONDS("Seconds"),
  BYTES("Bytes");

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  /** CloudWatch's name for it. */
  String text() {
    return text;
  }
}
