package app.oegukmin.shared.web;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Lets requests connect to public addresses only, whatever a name resolves to.
 *
 * <p>A name that is rebound between this check and the connection does no harm: only https is
 * allowed, and no machine inside the network has the site's certificate, so the handshake fails
 * before a request is sent. (The JVM also caches a lookup for 30 seconds.)
 */
final class PublicAddress implements Destination {

  /** Looks up a name. */
  @FunctionalInterface
  interface Resolver {
    List<InetAddress> addresses(String host) throws UnknownHostException;
  }

  private final Resolver resolver;

  PublicAddress(Resolver resolver) {
    this.resolver = resolver;
  }

  /** Looks names up as the JVM does. */
  static PublicAddress ofSystem() {
    return new PublicAddress(host -> List.of(InetAddress.getAllByName(host)));
  }

  /**
   * The page's own address.
   *
   * @throws WebException when it is not https or not at a public address
   */
  @Override
  public URI locate(URI page) throws WebException {
    if (!"https".equals(page.getScheme()) || page.getHost() == null) {
      throw WebException.lasting(page, "Not https");
    }
    List<InetAddress> addresses;
    try {
      addresses = resolver.addresses(page.getHost());
    } catch (UnknownHostException e) {
      throw WebException.passing(page, "Unknown host", e);
    }
    if (!addresses.stream().allMatch(PublicAddress::isPublic)) {
      throw WebException.lasting(page, "Not a public address");
    }
    return page;
  }

  private static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress()
        && !(address instanceof Inet4Address ? reserved(bytes) : inside(bytes));
  }

  // 0.0.0.0/8, 100.64.0.0/10 (carriers' own), 192.0.0.0/24, 198.18.0.0/15 and 240.0.0.0/4.
  private static boolean reserved(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return first == 0
        || first >= 240
        || (first == 100 && second >= 64 && second < 128)
        || (first == 192 && second == 0 && bytes[2] == 0)
        || (first == 198 && (second == 18 || second == 19));
  }

  // fc00::/7, and 64:ff9b::/96, behind which lies any IPv4 address.
  private static boolean inside(byte[] bytes) {
    return (bytes[0] & 0xfe) == 0xfc || (bytes[0] == 0 && bytes[1] == 0x64);
  }
}
