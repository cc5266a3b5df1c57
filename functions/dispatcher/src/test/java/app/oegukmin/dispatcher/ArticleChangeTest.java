package app.oegukmin.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.notice.ArticleTable.Image;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleChangeTest {

  private static final Image NEW = image("new");

  @Test
  void seesANewArticle() {
    assertThat(ArticleChange.of(Optional.empty(), Optional.of(NEW)))
        .contains(new ArticleChange(NEW));
  }

  @Test
  void seesAnEdit() {
    assertThat(ArticleChange.of(Optional.of(image("old")), Optional.of(NEW)))
        .contains(new ArticleChange(NEW));
  }

  @Test
  void overlooksAChangeThatLeavesTheVersionAlone() {
    assertThat(ArticleChange.of(Optional.of(image("new")), Optional.of(NEW))).isEmpty();
  }

  @Test
  void overlooksARemoval() {
    assertThat(ArticleChange.of(Optional.of(image("old")), Optional.empty())).isEmpty();
  }

  private static Image image(String hash) {
    return new Image("https://site.example/1", 77, hash, LocalDate.of(2026, 11, 19));
  }
}
