package app.oegukmin.shared.work;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Read the menus around a day, as an administrator has ordered.
 *
 * @param at when it was ordered
 */
@JsonTypeName("menus")
public record ReadMenus(LocalDate day, Instant at) implements MenuOrderWork {

  /** {@code <day>:<time>}. */
  @Override
  public String key() {
    return day + ":" + at;
  }
}
