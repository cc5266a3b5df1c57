package app.oegukmin.local.campus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates the text of HTML between its tags; the tags stay to the letter. Used once. */
final class PhraseHtml {

  private static final Pattern TAG =
      Pattern.compile("<!--.*?-->|<(/?)([a-zA-Z][\\w-]*)([^>]*)>", Pattern.DOTALL);
  private static final Pattern PROTECTED =
      Pattern.compile("translate=[\"']?no\\b|class=[\"'][^\"']*\\bnotranslate\\b");
  private static final Pattern TEXT =
      Pattern.compile("((?:\\s|&nbsp;)*)(.*?)((?:\\s|&nbsp;)*)", Pattern.DOTALL);

  private final PhraseBook phrases;
  private final String language;
  private String kept = "";
  private int depth;

  PhraseHtml(PhraseBook phrases, String language) {
    this.phrases = phrases;
    this.language = language;
  }

  String translate(String html) {
    StringBuilder translated = new StringBuilder();
    Matcher tag = TAG.matcher(html);
    int end = 0;
    while (tag.find()) {
      translated.append(text(html.substring(end, tag.start()))).append(tag.group());
      protect(tag);
      end = tag.end();
    }
    return translated.append(text(html.substring(end))).toString();
  }

  // From an element marked translate="no" or class="notranslate" to its end.
  private void protect(Matcher tag) {
    String name = tag.group(2);
    if (name == null) {
      return;
    }
    if (depth == 0) {
      kept = name;
      depth = PROTECTED.matcher(tag.group(3)).find() ? 1 : 0;
    } else if (name.equals(kept)) {
      depth += tag.group(1).isEmpty() ? 1 : -1;
    }
  }

  private String text(String text) {
    Matcher parts = TEXT.matcher(text);
    if (depth > 0 || !parts.matches() || parts.group(2).isEmpty()) {
      return text;
    }
    String translated = phrases.translate(plain(parts.group(2)), language);
    return parts.group(1) + PostBody.escaped(translated) + parts.group(3);
  }

  private static String plain(String html) {
    return html.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }
}
