package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What sources, template and documents refer to can be looked up in the repository. */
class ReferencesTest {

  // "contract §6.2, §8.1 and §8.2", "aws §2 #14 to #20", "RFC 9110 §8.8.3", "(§1.3)".
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:\\b((?i:contract)|aws|sites|RFC \\d+)(?:'s)? )?"
              + "(§[\\dA-Z.]*[\\dA-Z](?: #\\d+)?(?:(?:,| and| to) (?:§[\\dA-Z.]*[\\dA-Z]|#\\d+)(?: #\\d+)?)*)");
  private static final Pattern PART = Pattern.compile("§([\\dA-Z.]+)|(#\\d+)");
  private static final Pattern LINE_OF_A_COMMENT = Pattern.compile("\\n\\s*(?:\\*(?!/)|//|#)?\\s*");
  private static final Pattern DECISION = Pattern.compile("\\b[Dd]ecisions?[ /](\\d{1,4})\\b");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]*)(?:#[^)]*)?\\)");
  private static final Pattern DOCUMENT = Pattern.compile("[\\w./-]*\\b[\\w-]+\\.md\\b");

  private final Pages pages = new Pages();
  private final List<Path> texts = Repository.texts();

  @Test
  void sectionsExist() {
    List<String> unknown = new ArrayList<>();
    int references = 0;
    for (Path file : texts) {
      String text = LINE_OF_A_COMMENT.matcher(Repository.read(file)).replaceAll(" ");
      for (MatchResult reference : REFERENCE.matcher(text).results().toList()) {
        unknown.addAll(look(file, reference));
        references++;
      }
    }
    assertThat(unknown).isEmpty();
    assertThat(references).isGreaterThan(200);
  }

  private List<String> look(Path file, MatchResult reference) {
    String page =
        reference.group(1) == null ? Pages.home(file) : reference.group(1).toLowerCase(Locale.ROOT);
    if (page.startsWith("rfc")) {
      return List.of();
    }
    if (page.isEmpty()) {
      return List.of(named(file, reference.group()) + ": of which page?");
    }
    List<String> unknown = new ArrayList<>();
    String section = "";
    for (MatchResult part : PART.matcher(reference.group(2)).results().toList()) {
      section = part.group(1) == null ? section : part.group(1).replaceAll("\\.$", "");
      String wanted = part.group(2) == null ? section : section + " " + part.group(2);
      if (!pages.have(page, wanted)) {
        unknown.add(named(file, page + " §" + wanted));
      }
    }
    return unknown;
  }

  @Test
  void decisionsExist() {
    String decisions =
        Repository.list("docs/decisions").stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.joining("\n", "\n", ""));
    List<String> unknown = new ArrayList<>();
    for (Path file : texts) {
      for (MatchResult found : DECISION.matcher(Repository.read(file)).results().toList()) {
        if (!decisions.contains("\n%04d-".formatted(Integer.valueOf(found.group(1))))) {
          unknown.add(named(file, found.group()));
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void linksLeadSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Path file : texts.stream().filter(path -> path.toString().endsWith(".md")).toList()) {
      for (MatchResult link : LINK.matcher(Repository.read(file)).results().toList()) {
        if (!Files.exists(file.resolveSibling(link.group(1)))) {
          broken.add(named(file, link.group(1)));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void documentsThatAreNamedExist() {
    List<String> unknown = new ArrayList<>();
    for (Path file : texts) {
      for (MatchResult found : DOCUMENT.matcher(Repository.read(file)).results().toList()) {
        if (!Files.exists(file.resolveSibling(found.group()))
            && !Files.exists(Repository.ROOT.resolve(found.group()))) {
          unknown.add(named(file, found.group()));
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static String named(Path file, String what) {
    return Repository.ROOT.relativize(file) + ": " + what;
  }
}
