package app.oegukmin.shared.order;

import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.RecordSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/**
 * An order to crawl, as it lies in {@link CrawlOrderTable} and as the table's stream tells it.
 *
 * @param work {@code notices}, or {@code menus#} and a day
 * @param by who gave it, by their {@link app.oegukmin.shared.member.MemberKey}: an order outlives
 *     the account (F-5)
 * @param at when; makes a repeated order a change
 */
public record CrawlOrder(String work, String by, Instant at) {

  /** Reads and writes orders. */
  public static final TableSchema<CrawlOrder> SCHEMA =
      RecordSchema.of(CrawlOrder.class).partition("work").as("at", new EpochMillis()).build();

  private static final String NOTICES = "notices";
  private static final String MENUS = "menus#";

  static CrawlOrder notices(String by, Instant at) {
    return new CrawlOrder(NOTICES, by, at);
  }

  static CrawlOrder menus(LocalDate day, String by, Instant at) {
    return new CrawlOrder(MENUS + day, by, at);
  }

  /**
   * The day whose menus are ordered, empty when it is the notices that are.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public Optional<LocalDate> menus() {
    return work.equals(NOTICES) ? Optional.empty() : Optional.of(day(work));
  }

  private static LocalDate day(String work) {
    if (!work.startsWith(MENUS)) {
      throw new IllegalArgumentException("An order of neither notices nor menus: " + work);
    }
    return LocalDate.parse(work.substring(MENUS.length()));
  }
}
