package app.oegukmin.shared.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RecordSchemaTest {

  private record Link(String title, Optional<String> address) {}

  private record Row(
      String feed,
      long id,
      Optional<String> phone,
      LocalDate date,
      Instant expires,
      List<Link> links,
      List<String> words,
      Set<Integer> pages,
      SdkBytes part) {}

  private static final TableSchema<Row> SCHEMA =
      RecordSchema.of(Row.class)
          .partition("feed")
          .sort("id")
          .as("expires", new EpochSeconds())
          .named("date", "writtenDate")
          .build();

  private static final Row ROW =
      new Row(
          "EN-US#전체",
          9_007_199_254_740_991L,
          Optional.of("010"),
          LocalDate.of(2026, 11, 29),
          Instant.ofEpochSecond(1_800_000_000),
          List.of(new Link("안내", Optional.empty()), new Link("b", Optional.of("https://a"))),
          List.of("가", "나"),
          Set.of(1, 2),
          SdkBytes.fromUtf8String("zip"));

  private record Document(int parts) {}

  private record Text(String title, Document document) {}

  private record Original(long id, Text text) {}

  private record Notice(Original original, Optional<Text> translation) {}

  private static final TableSchema<Notice> NOTICES =
      RecordSchema.of(Notice.class)
          .flatten(
              "original",
              RecordSchema.of(Original.class).partition("id").flatten("text", text("")).build())
          .flatten("translation", text("_ZH"))
          .build();

  private static final Notice NOTICE =
      new Notice(
          new Original(7, new Text("안내", new Document(0))),
          Optional.of(new Text("通知", new Document(2))));

  private static TableSchema<Text> text(String suffix) {
    return RecordSchema.of(Text.class)
        .named("title", "title" + suffix)
        .flatten(
            "document",
            RecordSchema.of(Document.class).named("parts", "documentParts" + suffix).build())
        .build();
  }

  @Test
  void givesBackWhatItWasGiven() {
    Row read = SCHEMA.mapToItem(SCHEMA.itemToMap(ROW, true));

    assertThat(read).isEqualTo(ROW);
  }

  @Test
  void writesWhatTheTableSays() {
    Map<String, AttributeValue> item = SCHEMA.itemToMap(ROW, true);

    assertThat(item.get("id").n()).isEqualTo("9007199254740991");
    assertThat(item.get("writtenDate").s()).isEqualTo("2026-11-29");
    assertThat(item.get("expires").n()).isEqualTo("1800000000");
    assertThat(item.get("pages").ns()).containsExactlyInAnyOrder("1", "2");
    assertThat(item.get("links").l().getFirst().m().get("title").s()).isEqualTo("안내");
    assertThat(SCHEMA.tableMetadata().primaryPartitionKey()).isEqualTo("feed");
    assertThat(SCHEMA.tableMetadata().primarySortKey()).contains("id");
  }

  @Test
  void leavesOutAnOptionalWithoutValue() {
    Map<String, AttributeValue> item = new HashMap<>(SCHEMA.itemToMap(ROW, true));
    item.remove("phone");

    Row without = SCHEMA.mapToItem(item);

    assertThat(without.phone()).isEmpty();
    assertThat(SCHEMA.itemToMap(without, true)).isEqualTo(item);
  }

  @Test
  void namesTheAttributeAnItemLacks() {
    for (String attribute : List.of("id", "writtenDate", "links", "part")) {
      Map<String, AttributeValue> item = new HashMap<>(SCHEMA.itemToMap(ROW, true));
      item.remove(attribute);

      assertThatIllegalStateException()
          .isThrownBy(() -> SCHEMA.mapToItem(item))
          .withMessageContaining(attribute);
    }
  }

  @Test
  void writesNoItemThatNobodyCouldRead() {
    TableSchema<Link> links = RecordSchema.of(Link.class).partition("title").build();

    assertThatIllegalStateException()
        .isThrownBy(() -> links.itemToMap(new Link(null, Optional.of("https://a")), true))
        .withMessageContaining("title");
  }

  @Test
  void ignoresAttributesOfOtherWriters() {
    Map<String, AttributeValue> item = new HashMap<>(SCHEMA.itemToMap(ROW, true));
    item.put("translatedTitle", AttributeValue.fromS("Notice"));

    assertThat(SCHEMA.mapToItem(item)).isEqualTo(ROW);
  }

  @Test
  void takesARecordApart() {
    Map<String, AttributeValue> item = NOTICES.itemToMap(NOTICE, true);

    assertThat(item.keySet())
        .containsExactlyInAnyOrder("id", "title", "documentParts", "title_ZH", "documentParts_ZH");
    assertThat(NOTICES.attributeNames()).containsExactlyInAnyOrderElementsOf(item.keySet());
    assertThat(NOTICES.mapToItem(item)).isEqualTo(NOTICE);
    assertThat(NOTICES.tableMetadata().primaryPartitionKey()).isEqualTo("id");
  }

  @Test
  void leavesOutARecordWithoutValue() {
    Notice untranslated = new Notice(NOTICE.original(), Optional.empty());
    Map<String, AttributeValue> item = NOTICES.itemToMap(untranslated, true);

    assertThat(item.keySet()).containsExactlyInAnyOrder("id", "title", "documentParts");
    assertThat(NOTICES.mapToItem(item)).isEqualTo(untranslated);
  }

  @Test
  void namesTheAttributeThatARecordTakenApartLacks() {
    Map<String, AttributeValue> item = new HashMap<>(NOTICES.itemToMap(NOTICE, true));
    item.remove("documentParts_ZH");

    assertThatIllegalStateException()
        .isThrownBy(() -> NOTICES.mapToItem(item))
        .withStackTraceContaining("Item lacks attribute document");
  }

  @Test
  void refusesAComponentThatTheRecordDoesNotHave() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordSchema.of(Row.class).partition("feeed").build())
        .withMessageContaining("feeed");
  }
}
