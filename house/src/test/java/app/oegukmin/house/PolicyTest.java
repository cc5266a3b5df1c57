package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Statement;
import app.oegukmin.template.Statement.Condition;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URLClassLoader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A writer's policy lists the attributes of the writer's record, no more and no less. */
class PolicyTest {

  private static final String NOTICES = "app.oegukmin.shared.notice.NoticeItems";
  private static final String BODIES = "app.oegukmin.shared.notice.NoticeBodyItems";
  private static final String MODERATED = "app.oegukmin.moderation.PostItems";
  private static final String VISIBILITY = "app.oegukmin.shared.post.Visibility";
  private static final String MENUS = "app.oegukmin.shared.menu.MenuTable";
  private static final String QUESTIONS = "app.oegukmin.qna.QuestionItems";
  private static final String ANSWERS = "app.oegukmin.qna.AnswerItems";
  private static final String AUTHORS = "app.oegukmin.removal.AuthorRemoval";
  private static final String PICTURES = "app.oegukmin.removal.QuestionPictures";
  private static final String REMOVED = "app.oegukmin.removal.AnswerItems";

  /**
   * Who writes some attributes of a table.
   *
   * @param type the class whose static field holds the record's schema, or one of each language
   * @param conditions attributes of others that its conditions name
   */
  private record Writer(
      String function, String table, String type, String field, Set<String> conditions) {

    @Override
    public String toString() {
      return function + " writes " + table;
    }
  }

  // FieldSource finds it.
  @SuppressWarnings("unused")
  private static final List<Writer> WRITERS =
      List.of(
          new Writer("CrawlerFunction", "NoticeTable", NOTICES, "ORIGINALS", Set.of()),
          new Writer("CrawlerFunction", "NoticeBodyTable", BODIES, "ORIGINALS", Set.of()),
          new Writer("QnaFunction", "QuestionTable", QUESTIONS, "ORIGINALS", Set.of()),
          new Writer(
              "QuestionPostFunction",
              "FaqTable",
              "app.oegukmin.shared.faq.FaqItems",
              "ORIGINALS",
              Set.of()),
          new Writer("QuestionPostFunction", "QuestionTable", QUESTIONS, "ORIGINALS", Set.of()),
          new Writer("QnaFunction", "AnswerTable", ANSWERS, "WRITTEN", Set.of("hidden")),
          new Writer("RemovalFunction", "QuestionTable", PICTURES, "WRITTEN", Set.of()),
          new Writer("RemovalFunction", "HelpTable", AUTHORS, "BOARDS", Set.of()),
          new Writer(
              "RemovalFunction",
              "RoomTable",
              "app.oegukmin.removal.ChatRemoval",
              "SEATS",
              Set.of()),
          new Writer(
              "RemovalFunction",
              "ReportTable",
              "app.oegukmin.removal.ReportRemoval",
              "SUBJECTS",
              Set.of()),
          new Writer("RemovalFunction", "AnswerTable", REMOVED, "WRITTEN", Set.of()),
          new Writer(
              "FaqFunction", "FaqTable", "app.oegukmin.shared.faq.FaqItems", "CHANGES", Set.of()),
          new Writer("ModerationFunction", "QuestionTable", MODERATED, "PICTURED", Set.of()),
          new Writer("ModerationFunction", "HelpTable", VISIBILITY, "SCHEMA", Set.of()),
          new Writer("ModerationFunction", "FaqTable", MODERATED, "PICTURED", Set.of()),
          new Writer("ModerationFunction", "AnswerTable", MODERATED, "HIDDEN_ANSWERS", Set.of()),
          new Writer(
              "HelpFunction", "HelpTable", "app.oegukmin.help.HelpItems", "ORIGINALS", Set.of()),
          new Writer("MenuCrawlerFunction", "MenuTable", MENUS, "ORIGINALS", Set.of()),
          new Writer("MenuOrderFunction", "MenuTable", MENUS, "ORIGINALS", Set.of()),
          new Writer("TranslatorFunction", "NoticeTable", NOTICES, "TRANSLATIONS", Set.of("hash")),
          new Writer(
              "TranslatorFunction", "NoticeBodyTable", BODIES, "TRANSLATIONS", Set.of("hash")),
          new Writer("TranslatorFunction", "MenuTable", MENUS, "TRANSLATIONS", Set.of("text")));

  private static Template template;

  @BeforeAll
  static void read() throws IOException {
    template = Repository.template();
  }

  @ParameterizedTest
  @FieldSource("WRITERS")
  void aPolicyListsItsWritersAttributes(Writer writer) throws Exception {
    Set<String> attributes = attributes(writer);
    attributes.addAll(writer.conditions());
    assertThat(limited(writer.function()))
        .filteredOn(
            statement -> statement.resources().contains(LocalNames.tableArn(writer.table())))
        .singleElement()
        .satisfies(statement -> assertThat(listed(statement)).isEqualTo(attributes));
  }

  @Test
  void everyListOfAttributesIsCompared() {
    List<String> listed =
        template.functions().stream().flatMap(function -> writes(function.logicalId())).toList();
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(WRITERS.stream().map(Writer::toString).toList());
  }

  private static Stream<String> writes(String function) {
    return limited(function).stream()
        .flatMap(statement -> statement.resources().stream())
        .map(arn -> function + " writes " + arn.substring(LocalNames.tableArn("").length()));
  }

  /** AWS lets a request name few attributes and return all, if nothing else is said. */
  @Test
  void whoIsLimitedToAttributesGetsNoOthersBack() {
    for (LambdaFunction function : template.functions()) {
      for (Statement statement : limited(function.logicalId())) {
        assertThat(statement.actions())
            .as(function.logicalId())
            .isSubsetOf("dynamodb:PutItem", "dynamodb:UpdateItem");
        assertThat(statement.conditions())
            .as(function.logicalId())
            .contains(
                new Condition("StringEqualsIfExists", "dynamodb:ReturnValues", List.of("NONE")));
      }
    }
  }

  private static List<Statement> limited(String function) {
    return template.function(function).policy().stream()
        .filter(statement -> !listed(statement).isEmpty())
        .toList();
  }

  private static Set<String> listed(Statement statement) {
    Set<String> listed = new TreeSet<>();
    statement.conditions().stream()
        .filter(condition -> condition.key().equals("dynamodb:Attributes"))
        .forEach(condition -> listed.addAll(condition.values()));
    return listed;
  }

  /** The attributes of a writer's record, as the function ships it. */
  private static Set<String> attributes(Writer writer) throws Exception {
    LambdaFunction function = template.function(writer.function());
    try (URLClassLoader loader = Repository.loader(function)) {
      Field field = loader.loadClass(writer.type()).getDeclaredField(writer.field());
      field.setAccessible(true);
      Object schemas = field.get(null);
      Set<String> attributes = new TreeSet<>();
      for (Object schema : schemas instanceof Map<?, ?> map ? map.values() : List.of(schemas)) {
        Object names = schema.getClass().getMethod("attributeNames").invoke(schema);
        ((Collection<?>) names).forEach(name -> attributes.add((String) name));
      }
      return attributes;
    }
  }
}
