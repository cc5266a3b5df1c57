package app.oegukmin.local.run;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.notice.NoticeTable;
import app.oegukmin.template.Table;
import app.oegukmin.template.Template;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What became of the notices that the boards have, by their titles.
 *
 * @param expected how many there are
 * @param missing those that a list lacks
 * @param surplus rows of the lists that are no such notice, or one once more
 * @param untranslated rows that show the Korean text and are new enough to be translated
 */
record TroubleCheck(
    int expected, List<String> missing, List<String> surplus, List<String> untranslated) {

  /** Whether each notice is there once in every language, and nothing else is. */
  boolean passed() {
    return missing.isEmpty() && surplus.isEmpty() && untranslated.isEmpty();
  }

  /** How many notices are listed in all languages. */
  int found() {
    return expected - (int) missing.stream().distinct().count();
  }

  /**
   * Looks into the lists.
   *
   * @param titles of all notices of the boards
   * @param allowed of notices that may be there or not
   * @param newest older ones are not translated
   */
  static TroubleCheck of(
      DynamoDbClient dynamodb,
      Template template,
      List<String> titles,
      List<String> allowed,
      LocalDate newest) {
    String table =
        template.tables().stream()
            .filter(each -> each.logicalId().equals("NoticeTable"))
            .map(Table::name)
            .findAny()
            .orElseThrow();
    var rows = dynamodb.scanPaginator(scan -> scan.tableName(table)).items().stream().toList();
    List<String> missing = new ArrayList<>();
    List<String> surplus = new ArrayList<>();
    for (Language language : Language.values()) {
      List<String> listed = titles(rows, language);
      missing.addAll(without(titles, listed));
      surplus.addAll(without(without(listed, titles), allowed));
    }
    List<String> untranslated =
        rows.stream()
            .filter(row -> isUntranslated(row, newest))
            .map(row -> row.get("feed").s() + " " + title(row))
            .toList();
    return new TroubleCheck(titles.size(), missing, surplus, untranslated);
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
}
