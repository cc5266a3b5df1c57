package app.oegukmin.local.run;

import app.oegukmin.engines.AwsClients;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What became of the notices that the boards have, by their titles.
 *
 * @param expected how many there are
 * @param missing those that a list lacks
 * @param surplus rows of the lists that are no such notice, or one once more
 * @param untranslated rows that show the Korean text and should be translated
 * @param menus what is wrong with the app's screen of menus
 */
record TroubleCheck(
    int expected,
    List<String> missing,
    List<String> surplus,
    List<String> untranslated,
    List<String> menus) {

  /**
   * What should be there.
   *
   * @param titles of all notices of the boards
   * @param allowed of notices that may be there or not
   * @param refused of notices that DeepL refuses to translate
   * @param newest older ones are not translated
   */
  record Expected(
      List<String> titles, List<String> allowed, List<String> refused, LocalDate newest) {}

  /** Whether each notice is there once in every language, nothing else is, and all dishes are. */
  boolean passed() {
    return missing.isEmpty() && surplus.isEmpty() && untranslated.isEmpty() && menus.isEmpty();
  }

  /** How many notices are listed in all languages. */
  int found() {
    return expected - (int) missing.stream().distinct().count();
  }

  /**
   * Looks into the lists.
   *
   * @param today meals of days before are not translated
   * @param menus what is wrong with the menus
   */
  static TroubleCheck of(
      AwsClients aws, Template template, Expected expected, LocalDate today, List<String> menus) {
    var rows = rows(aws, template, "NoticeTable");
    List<String> missing = new ArrayList<>();
    List<String> surplus = new ArrayList<>();
    for (Language language : Language.values()) {
      List<String> listed = titles(rows, language);
      missing.addAll(without(expected.titles(), listed));
      surplus.addAll(without(without(listed, expected.titles()), expected.allowed()));
    }
    Stream<String> notices =
        rows.stream()
            .filter(row -> isUntranslated(row, expected.newest()))
            .filter(row -> !expected.refused().contains(title(row)))
            .map(row -> row.get("feed").s() + " " + title(row));
    Stream<String> meals =
        rows(aws, template, "MenuTable").stream()
            .filter(row -> !LocalDate.parse(row.get("date").s()).isBefore(today))
            .filter(TroubleCheck::isUntranslatedMeal)
            .map(row -> row.get("date").s() + " " + row.get("corner").s());
    return new TroubleCheck(
        expected.titles().size(), missing, surplus, Stream.concat(notices, meals).toList(), menus);
  }

  private static List<Map<String, AttributeValue>> rows(
      AwsClients aws, Template template, String logicalId) {
    String table =
        template.tables().stream()
            .filter(each -> each.logicalId().equals(logicalId))
            .map(Table::name)
            .findAny()
            .orElseThrow();
    return aws.dynamodb().scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
  }

  private static List<String> titles(List<Map<String, AttributeValue>> rows, Language language) {
    String feed = language.tag() + "#" + NoticeTable.ALL;
    return rows.stream()
        .filter(row -> row.get("feed").s().equals(feed))
        .map(TroubleCheck::title)
        .toList();
  }

  private static String title(Map<String, AttributeValue> row) {
    return row.get("title").s();
  }

  /** What is left of a list without what is in another, each as often as it is there. */
  private static List<String> without(List<String> list, List<String> other) {
    List<String> left = new ArrayList<>(list);
    other.forEach(left::remove);
    return left;
  }

  private static boolean isUntranslated(Map<String, AttributeValue> row, LocalDate newest) {
    return !row.get("feed").s().startsWith(Language.KO.tag() + "#")
        && LocalDate.parse(row.get("writtenDate").s()).isAfter(newest)
        && !row.get("hash").equals(row.get("translatedHash"));
  }

  private static boolean isUntranslatedMeal(Map<String, AttributeValue> row) {
    return Language.TRANSLATED.stream()
        .map(language -> row.get("source_" + language.tag().replace('-', '_')))
        .anyMatch(source -> !row.get("text").equals(source));
  }
}
