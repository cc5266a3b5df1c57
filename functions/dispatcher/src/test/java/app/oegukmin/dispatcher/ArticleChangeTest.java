package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleChangeTest {

  private static final String NEW =
      "\"NewImage\":{\"id\":{\"N\":\"77\"},\"hash\":{\"S\":\"new\"},"
          + "\"writtenDate\":{\"S\":\"2026-11-19\"}}";
  private static final String OLD = "\"OldImage\":{\"id\":{\"N\":\"77\"},\"hash\":{\"S\":\"%s\"}}";
  private static final LocalDate WRITTEN = LocalDate.of(2026, 11, 19);

  @Test
  void seesANewArticle() throws JsonProcessingException {
    assertThat(change(NEW)).contains(new ArticleChange(77, "new", WRITTEN, true));
  }

  @Test
  void seesAnEdit() throws JsonProcessingException {
    assertThat(change(OLD.formatted("old") + "," + NEW))
        .contains(new ArticleChange(77, "new", WRITTEN, false));
  }

  @Test
  void overlooksAChangeThatLeavesTheVersionAlone() throws JsonProcessingException {
    assertThat(change(OLD.formatted("new") + "," + NEW)).isEmpty();
  }

  @Test
  void overlooksARemoval() throws JsonProcessingException {
    assertThat(change(OLD.formatted("old"))).isEmpty();
  }

  private static Optional<ArticleChange> change(String images) throws JsonProcessingException {
    return ArticleChange.of(Json.MAPPER.readTree("{\"dynamodb\":{" + images + "}}"));
  }
}
