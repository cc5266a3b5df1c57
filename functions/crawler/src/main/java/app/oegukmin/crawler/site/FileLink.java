package app.oegukmin.crawler.site;

import app.oegukmin.crawler.body.Target;
import app.oegukmin.shared.notice.Attachment;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Reads the link of an attached file. */
final class FileLink {

  private static final Pattern SIZE =
      Pattern.compile("\\s*[(\\[][\\d.,]+\\s*(?:[KMG]?B|bytes?)[)\\]]$", Pattern.CASE_INSENSITIVE);
  private static final String UNNAMED = "첨부파일";

  private FileLink() {}

  /**
   * The file, by a link that any client can open: the page itself where only its script knows how.
   */
  static Attachment read(Element link) {
    String page = link.ownerDocument().location();
    return new Attachment(name(link), Target.of(link).orElse(page));
  }

  private static String name(Element link) {
    return Stream.of(
            SIZE.matcher(Text.trimmed(link.text())).replaceFirst(""),
            link.attr("title"),
            Optional.ofNullable(link.selectFirst("img")).map(icon -> icon.attr("alt")).orElse(""))
        .map(Text::trimmed)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(UNNAMED);
  }
}
