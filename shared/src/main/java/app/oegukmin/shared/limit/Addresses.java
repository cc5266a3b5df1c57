package app.oegukmin.shared.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Callers by address: how many members' worth one may use, and which are not limited at all. Of an
 * IPv6 address its /64 counts, because one subscriber has all of it.
 */
public final class Addresses {

  private static final int SUBSCRIBER_BYTES = 8;

  private final int members;
  private final List<AddressRange> exempt;

  private Addresses(int members, List<AddressRange> exempt) {
    this.members = members;
    this.exempt = exempt;
  }

  /**
   * Addresses that may use so many members' worth each, except some ranges.
   *
   * @param ranges in CIDR notation, separated by commas; may be empty
   * @throws IllegalArgumentException when a range is none
   */
  public static Addresses of(int members, String ranges) {
    List<AddressRange> exempt =
        Arrays.stream(ranges.split(","))
            .map(String::strip)
            .filter(range -> !range.isEmpty())
            .map(AddressRange::parse)
            .toList();
    return new Addresses(members, exempt);
  }

  /**
   * The subject that an address is limited as; empty when it is exempt.
   *
   * @throws IllegalArgumentException when the text is no address
   */
  public Optional<Subject> subject(String address) {
    InetAddress parsed = InetAddress.ofLiteral(address);
    return exempt.stream().anyMatch(range -> range.contains(parsed))
        ? Optional.empty()
        : Optional.of(new Subject(Subject.Kind.IP, "ip:" + subscriber(parsed), members));
  }

  private static String subscriber(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.of().formatHex(address.getAddress(), 0, SUBSCRIBER_BYTES) + "/64"
        : address.getHostAddress();
  }
}
