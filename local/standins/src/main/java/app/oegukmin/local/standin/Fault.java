package app.oegukmin.local.standin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a stand-in treats its callers. */
enum Fault {
  /** Does its work. */
  OK("ok"),
  /** Closes each connection without a response. */
  DOWN("down"),
  /** Does its work after its callers have given up. */
  SLOW("slow"),
  /** Refuses as its service does when calls are too many. */
  THROTTLED("429"),
  /** Responds 200 with a body that cannot be parsed. */
  MALFORMED("malformed"),
  /** Does what the texts tell it that it is to summarize; a model alone. */
  OBEY("obey"),
  /** Makes up facts, links and sources; a model alone. */
  INVENT("invent");

  private final String word;

  Fault(String word) {
    this.word = word;
  }

  /** The fault that {@code HOW} names. */
  static Optional<Fault> of(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
  }

  /** All that {@code HOW} may be, with commas. */
  static String words() {
    return Arrays.stream(values()).map(Fault::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return word;
  }
}
