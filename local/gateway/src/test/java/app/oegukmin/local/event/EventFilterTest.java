package app.oegukmin.local.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFilterTest {

  private static final JsonNode EVENT =
      json(
          "{'eventName':'INSERT','dynamodb':{'Keys':{'feed':{'S':'KO#장학'}},"
              + "'NewImage':{'state':{'S':'open'},'flag':{'BOOL':true}}}}");

  @Test
  void letsEverythingThroughWithoutPatterns() {
    assertThat(new EventFilter(List.of()).passes(EVENT)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'eventName':['INSERT']}                                               | true",
        "{'eventName':['MODIFY','INSERT']}                                      | true",
        "{'eventName':['MODIFY']}                                               | false",
        "{'eventName':['INSERT'],'dynamodb':{'Keys':{'feed':{'S':['KO#장학']}}}} | true",
        "{'eventName':['INSERT'],'dynamodb':{'Keys':{'feed':{'S':['ZH#장학']}}}} | false",
        "{'dynamodb':{'NewImage':{'flag':{'BOOL':[true]}}}}                     | true",
        "{'dynamodb':{'NewImage':{'flag':{'BOOL':['true']}}}}                   | false",
        "{'dynamodb':{'NewImage':{'state':{'S':[{'exists':true}]}}}}            | true",
        "{'dynamodb':{'NewImage':{'gone':{'S':[{'exists':true}]}}}}             | false",
        "{'dynamodb':{'NewImage':{'gone':{'S':[{'exists':false}]}}}}            | true",
        "{'dynamodb':{'OldImage':{'state':{'S':['open']}}}}                     | false",
        "{'dynamodb':{'Keys':{'feed':{'S':[{'prefix':'KO#'}]}}}}                | true",
        "{'dynamodb':{'Keys':{'feed':{'S':[{'prefix':'ZH#'}]}}}}                | false",
        "{'dynamodb':{'NewImage':{'gone':{'S':[{'prefix':''}]}}}}               | false",
      })
  void comparesEveryFieldOfThePattern(String pattern, boolean passes) {
    assertThat(filter(pattern).passes(EVENT)).isEqualTo(passes);
  }

  @Test
  void letsThroughWhatOneOfSeveralPatternsFits() {
    assertThat(filter("{'eventName':['REMOVE']}", "{'eventName':['INSERT']}").passes(EVENT))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a':[{'suffix':'x'}]}",
        "{'a':[{'prefix':1}]}",
        "{'a':[{'prefix':'x','suffix':'y'}]}",
        "{'a':{'b':[{'numeric':['>',1]}]}}",
        "{'a':[['x']]}",
        "{'a':'INSERT'}",
        "no JSON",
      })
  void refusesAPatternItWouldMisread(String pattern) {
    assertThatIllegalArgumentException().isThrownBy(() -> filter(pattern));
  }

  private static EventFilter filter(String... patterns) {
    return new EventFilter(
        List.of(patterns).stream().map(pattern -> pattern.replace('\'', '"')).toList());
  }

  private static JsonNode json(String text) {
    try {
      return new JsonMapper().readTree(text.replace('\'', '"'));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
