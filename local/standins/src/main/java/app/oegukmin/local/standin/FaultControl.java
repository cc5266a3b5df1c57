package app.oegukmin.local.standin;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Carries out {@code make fail} on the stand-ins of a run. */
public record FaultControl(List<StandIn> standIns) {

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Pattern TIME = Pattern.compile("(\\d{1,5})([smh])");

  /**
   * Makes a stand-in fail, or work again.
   *
   * @param service the name of a stand-in
   * @param how {@code down}, {@code slow}, {@code 429}, {@code malformed}, {@code obey}, {@code
   *     invent} or {@code ok}
   * @param time how long, such as {@code 60s}, {@code 5m} or {@code 1h}
   * @return a sentence on what was done
   * @throws IllegalArgumentException with a sentence for people that lists what there is
   */
  public String inject(String service, String how, String time) {
    StandIn standIn =
        standIns.stream()
            .filter(one -> one.service().equals(service))
            .findFirst()
            .orElseThrow(() -> wrong("SERVICE", "one of " + services(), service));
    Fault fault = Fault.of(how).orElseThrow(() -> wrong("HOW", "one of " + Fault.words(), how));
    Duration duration = duration(time);
    standIn.faults().inject(fault, duration);
    return fault == Fault.OK
        ? service + " is ok."
        : "%s is %s for %d s, then ok.".formatted(service, fault, duration.toSeconds());
  }

  private String services() {
    return standIns.stream().map(StandIn::service).collect(Collectors.joining(", "));
  }

  private static Duration duration(String text) {
    Matcher time = TIME.matcher(text);
    if (time.matches()) {
      long number = Long.parseLong(time.group(1));
      Duration duration =
          switch (time.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
          };
      if (duration.isPositive() && duration.compareTo(LONGEST) <= 0) {
        return duration;
      }
    }
    throw wrong("FOR", "a time up to 24h such as 60s, 5m or 1h", text);
  }

  private static IllegalArgumentException wrong(String name, String allowed, String given) {
    return new IllegalArgumentException(
        "%s is %s, not %s.".formatted(name, allowed, quoted(given)));
  }

  private static String quoted(String given) {
    return given.isEmpty() ? "empty" : given;
  }
}
