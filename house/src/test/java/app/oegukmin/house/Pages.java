package app.oegukmin.house;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sections of the pages that sources refer to by a short name: {@code contract §1.19}, {@code
 * aws §2 #15}, {@code sites §1B}. A section is a heading, an item that begins with its number, or a
 * row of a table.
 */
final class Pages {

  private static final Pattern SECTION =
      Pattern.compile("#+ (\\d+(?:\\.\\d+)*[A-Z]?)\\b.*|- \\*\\*(\\d+\\.\\d+)\\*\\* .*");
  private static final Pattern ROW = Pattern.compile("\\| (#\\d+) \\|.*");

  private final Map<String, Set<String>> sections =
      Map.of("contract", read("contract"), "aws", read("aws"), "sites", read("sites"));

  /** Whether a page has a section, such as {@code 2} or {@code 2 #15}. */
  boolean have(String page, String section) {
    return sections.get(page).contains(section);
  }

  /** The page that a § without a name means in this file; empty where it must name one. */
  static String home(Path file) {
    String path = Repository.ROOT.relativize(file).toString();
    if (path.matches("docs/(contract|aws|sites)\\.md")) {
      return path.substring("docs/".length(), path.length() - ".md".length());
    }
    // Rows of docs/gateway.md, which the tests of the local gateway name.
    return path.equals("docs/gateway.md") || path.matches("(local|house)/.*src/test/.*")
        ? "aws"
        : "";
  }

  private static Set<String> read(String page) {
    Set<String> found = new HashSet<>();
    String last = "";
    for (String line :
        Repository.read(Repository.ROOT.resolve("docs/" + page + ".md")).lines().toList()) {
      Matcher section = SECTION.matcher(line);
      Matcher row = ROW.matcher(line);
      if (section.matches()) {
        last = section.group(1) == null ? section.group(2) : section.group(1);
        found.add(last);
      } else if (row.matches()) {
        found.add(last + " " + row.group(1));
      }
    }
    return found;
  }
}
