package app.oegukmin.shared.limit;

import java.net.InetAddress;

/** A range of addresses, {@code 203.0.113.0/24}; without a length it is one address. */
record AddressRange(InetAddress first, int prefix) {

  AddressRange {
    if (prefix < 0 || prefix > first.getAddress().length * 8) {
      throw new IllegalArgumentException("No range: " + first.getHostAddress() + "/" + prefix);
    }
  }

  static AddressRange parse(String range) {
    String[] parts = range.split("/", 2);
    InetAddress first = InetAddress.ofLiteral(parts[0]);
    int whole = first.getAddress().length * 8;
    return new AddressRange(first, parts.length == 1 ? whole : Integer.parseInt(parts[1]));
  }

  boolean contains(InetAddress address) {
    byte[] mine = first.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> bit % 8;
      if (((mine[bit / 8] ^ other[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
