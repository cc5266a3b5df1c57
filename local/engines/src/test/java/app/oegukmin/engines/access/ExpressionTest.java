package app.oegukmin.engines.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  private static final ObjectNode NAMES =
      JsonNodeFactory.instance.objectNode().put("#n", "name").put("#dotted", "a.b");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id, #n , tags[0].label, info.#n.deep | id name tags info",
        "SET #n = :v, hits = hits + :one REMOVE old, #dotted ADD total :n DELETE flags :f"
            + " | name hits old a.b total flags",
        "set #n = if_not_exists(#n, :v), log = list_append(log, :l) | name log",
        "attribute_not_exists(id) AND (NOT begins_with ( #n , :p ) OR size(body) > :n) | id name body",
        "a BETWEEN :low AND :high and b IN (:one, :two, c) or d <> e | a b c d e",
        "attribute_type(settings.lang, :S) | settings",
        ":value = :other | ''",
      })
  void namesTheAttributesAtTheTop(String text, String attributes) {
    assertThat(String.join(" ", new Expression(text, NAMES).attributes())).isEqualTo(attributes);
  }

  @Test
  void knowsTheValueThatAnAttributeMustEqual() {
    Expression expression = new Expression("(id > :id) AND #n=:name", NAMES);
    assertThat(expression.valueOf("name")).contains(":name");
    assertThat(expression.valueOf("id")).isEmpty();
  }
}
