package app.oegukmin.shared.notice;

import app.oegukmin.shared.digest.Digests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * A notice as its site shows it, in Korean.
 *
 * @param url canonical URL: the notice's identity, never its title (D-N2)
 * @param type one of the app's types, contract §8.2
 * @param title without markup
 * @param writtenDate the date the site shows
 * @param department empty string when the site names none
 * @param author empty string when the site names none
 * @param authorPhone "No Phone" when the site names none, as the original did
 * @param document sanitised HTML with absolute links
 * @param files attachments in the site's order
 */
public record Notice(
    String url,
    String type,
    String title,
    LocalDate writtenDate,
    String department,
    String author,
    String authorPhone,
    String document,
    List<Attachment> files) {

  public Notice {
    files = List.copyOf(files);
  }

  /** Changes exactly when something changes that a reader sees: SHA-256 over every other field. */
  public String hash() {
    MessageDigest digest = Digests.sha256();
    for (String part :
        List.of(type, title, writtenDate.toString(), department, author, authorPhone, document)) {
      update(digest, part);
    }
    for (Attachment file : files) {
      update(digest, file.title());
      update(digest, file.link());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void update(MessageDigest digest, String part) {
    digest.update(part.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
