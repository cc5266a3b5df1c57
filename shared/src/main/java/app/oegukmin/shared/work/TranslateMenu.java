package app.oegukmin.shared.work;

import app.oegukmin.shared.language.Language;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;

/**
 * Translate whatever is not translated yet of one day's menu.
 *
 * @param language never Korean
 */
@JsonTypeName("menu")
public record TranslateMenu(LocalDate date, Language language) implements TranslateWork {

  /**
   * Checks the language.
   *
   * @throws IllegalArgumentException when it is Korean
   */
  public TranslateMenu {
    if (language == Language.KO) {
      throw new IllegalArgumentException("Menus are written in Korean");
    }
  }

  /** {@code menu:<date>:<language>}. */
  @Override
  public String key() {
    return "menu:" + date + ":" + language.tag();
  }
}
