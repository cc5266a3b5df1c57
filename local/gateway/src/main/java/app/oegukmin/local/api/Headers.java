package app.oegukmin.local.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Header lines in their order and with their own spelling; asked for in any case. */
public record Headers(List<Header> lines) {

  /** One line. */
  public record Header(String name, String value) {
    boolean is(String other) {
      return name.equalsIgnoreCase(other);
    }
  }

  /** Keeps a copy. */
  public Headers {
    lines = List.copyOf(lines);
  }

  static Headers none() {
    return new Headers(List.of());
  }

  Headers with(String name, String value) {
    List<Header> more = new ArrayList<>(lines);
    more.add(new Header(name, value));
    return new Headers(more);
  }

  Headers without(String name) {
    return new Headers(lines.stream().filter(line -> !line.is(name)).toList());
  }

  /** The last value, the one the gateway keeps where it can keep only one. */
  public Optional<String> last(String name) {
    return lines.stream()
        .filter(line -> line.is(name))
        .map(Header::value)
        .reduce((earlier, later) -> later);
  }

  boolean has(String name) {
    return last(name).isPresent();
  }
}
