package app.oegukmin.chatbot;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text that a model or a stranger wrote, made fit to be shown. */
final class SafeText {

  private static final Pattern LINE_ENDS = Pattern.compile("\\R");

  // Marks of direction, zero-width characters, variation selectors, characters of no meaning.
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\ufe00-\\ufe0f]");
  private static final Pattern SPACES =
      Pattern.compile("[\\p{Z}\\p{Cc}\\u115f\\u1160\\u3164\\uffa0&&[^\\n]]+");
  private static final Pattern MARKUP = Pattern.compile("[*#`|^{}\\\\<>]|~~|__");

  // A scheme; a name of a host, of which file names are none; a number of a host.
  private static final Pattern LINK =
      Pattern.compile(
          "[\\p{L}\\p{N}]\\s?:\\s?//|//\\s?[\\p{L}\\p{N}]|\\bwww\\b"
              + "|\\b(?:javascript|mailto)\\s?:|\\bdata:\\S"
              + "|[\\p{L}\\p{N}_-]\\s?[.。]"
              + "(?!(?:pdf|hwpx?|docx?|xlsx?|pptx?|jpe?g|png)(?![a-z.]))[a-z][a-z0-9-]+"
              + "|[a-z][.。](?![a-z0-9])\\p{L}{2,}"
              + "|[\\p{L}\\p{N}][.。](?:한국|닷컴|닷넷|中国|中國|公司|网络|在线|рф)"
              + "|xn--|(?<!\\d)\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\d)|[\\p{L}\\p{N}]@[\\p{L}\\p{N}]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private SafeText() {}

  /** The text in NFC, without invisible characters and markup; lines end with {@code \n}. */
  static String plain(String text) {
    String lines =
        LINE_ENDS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("\n");
    String visible = INVISIBLE.matcher(lines).replaceAll("");
    return MARKUP.matcher(SPACES.matcher(visible).replaceAll(" ")).replaceAll("");
  }

  /** The same in one line, so that it cannot pass for several. */
  static String line(String text) {
    return plain(text).replaceAll("\\s+", " ").strip();
  }

  /**
   * Whether something in a plain text is a link, or would become one on a screen that makes links
   * of host names. It takes some other texts for links, too.
   */
  static boolean hasLink(String text) {
    return LINK.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
  }
}
