package app.oegukmin.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableTest {

  private static final String TEMPLATE =
      """
      Resources:
        NoticeTable:
          Type: AWS::DynamoDB::Table
          DeletionPolicy: Retain
          Properties:
            BillingMode: PAY_PER_REQUEST
            KeySchema:
              - {AttributeName: feed, KeyType: HASH}
              - {AttributeName: id, KeyType: RANGE}
            AttributeDefinitions:
              - {AttributeName: feed, AttributeType: S}
              - {AttributeName: id, AttributeType: N}
              - {AttributeName: author, AttributeType: S}
            GlobalSecondaryIndexes:
              - IndexName: byAuthor
                KeySchema: [{AttributeName: author, KeyType: HASH}]
                Projection: {ProjectionType: INCLUDE, NonKeyAttributes: [title]}
            StreamSpecification: {StreamViewType: NEW_IMAGE}
            TimeToLiveSpecification: {AttributeName: expires, Enabled: true}
      """;

  @Test
  void readsKeysIndexesStreamAndTtl() {
    assertThat(Yaml.read(TEMPLATE).tables())
        .containsExactly(
            new Table(
                new Table.Identity("NoticeTable", "t-NoticeTable"),
                new Table.Key("feed", Optional.of("id")),
                Map.of("feed", "S", "id", "N", "author", "S"),
                List.of(
                    new Table.Index(
                        "byAuthor",
                        new Table.Key("author", Optional.empty()),
                        "INCLUDE",
                        List.of("title"))),
                Optional.of("NEW_IMAGE"),
                Optional.of("expires")));
  }

  @Test
  void hasNoTtlWhereItIsSwitchedOff() {
    Table table =
        Yaml.read(TEMPLATE.replace("Enabled: true", "Enabled: false")).tables().getFirst();
    assertThat(table.ttlAttribute()).isEmpty();
    assertThat(table.logicalId()).isEqualTo("NoticeTable");
    assertThat(table.name()).isEqualTo("t-NoticeTable");
  }

  @Test
  void refusesAKeyWithoutAttributeDefinition() {
    assertThatThrownBy(
            () ->
                Yaml.read(
                    TEMPLATE.replace(
                        "{AttributeName: id, KeyType", "{AttributeName: other, KeyType")))
        .hasMessage("NoticeTable, line 9: key attribute other is not defined");
  }

  @Test
  void refusesATableWithoutPartitionKey() {
    assertThatThrownBy(
            () ->
                Yaml.read(
                    TEMPLATE.replace(
                        "{AttributeName: feed, KeyType: HASH}",
                        "{AttributeName: feed, KeyType: RANGE}")))
        .hasMessageMatching("NoticeTable, line \\d+: KeySchema has no HASH key");
  }

  @Test
  void refusesAFixedNameBecauseNamesAreGenerated() {
    assertThatThrownBy(
            () -> Yaml.read(TEMPLATE.replace("BillingMode: PAY_PER_REQUEST", "TableName: notices")))
        .hasMessage("NoticeTable, line 6: TableName is not supported here");
  }
}
