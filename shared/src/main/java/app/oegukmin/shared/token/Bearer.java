package app.oegukmin.shared.token;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an Authorization header of the scheme {@code Bearer} (RFC 6750 §2.1). */
public final class Bearer {

  // RFC 9110 §11.1: the scheme in any case; RFC 9110 §11.4 gives one space, senders use more and
  // tabs.
  private static final Pattern SCHEME = Pattern.compile("(?i)bearer(?:[ \\t]+(.*))?");

  private Bearer() {}

  /** The token after the scheme, without blanks around it; empty for another scheme or none. */
  public static Optional<String> token(String header) {
    Matcher matcher = SCHEME.matcher(header.strip());
    return matcher.matches() ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
  }
}
