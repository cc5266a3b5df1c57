package app.oegukmin.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LimitTest {

  @Test
  @DisplayName("D-F3: no less than the original's burst of 20 and 20 in three seconds")
  void dF3_leavesAMemberWhatTheShippedAppNeeds() {
    Bucket bucket = Limit.MEMBER_REQUESTS.bucket();
    assertThat(bucket.capacity()).isGreaterThanOrEqualTo(20);
    assertThat(bucket.gain() * 3000).isGreaterThanOrEqualTo(20 * bucket.millis());
  }

  @Test
  void everyAddressBucketCanBeCountedExactlyForThousands() {
    for (Limit limit : Limit.values()) {
      assertThat(limit.bucket().times(5_000).capacity()).isPositive();
    }
  }

  @Test
  @DisplayName("F-35: an address has few searches at once, and as many in a minute as before")
  void f35_letsFewSearchesBeginAtOnce() {
    assertThat(Limit.SEARCH.bucket()).isEqualTo(Bucket.of(2, 10, Duration.ofMinutes(1)));
  }

  @Test
  @DisplayName("D-S13: what is paid by the call closes when it cannot be counted")
  void dS13_closesWhatCostsMoney() {
    assertThat(Limit.SPEECH.onOutage()).isEqualTo(Limit.OnOutage.CLOSED);
    assertThat(Limit.CHATBOT_DAY.onOutage()).isEqualTo(Limit.OnOutage.CLOSED);
    assertThat(Limit.MEMBER_REQUESTS.onOutage()).isEqualTo(Limit.OnOutage.OPEN);
  }

  @Test
  void theTableOfTheDocumentIsTheCatalogue() throws IOException {
    String table =
        Arrays.stream(Limit.values()).map(LimitTest::row).collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of(System.getProperty("project.root"), "docs/limits.md")))
        .contains("|---|---|---|---|---|\n" + table + "\n\n");
  }

  private static String row(Limit limit) {
    Bucket bucket = limit.bucket();
    return "| `%s` | %s | %d%s | %s | %s |"
        .formatted(
            limit.id(),
            lower(limit.subject()),
            bucket.capacity(),
            limit.subject() == Subject.Kind.IP ? " × n" : "",
            lower(Duration.ofMillis(bucket.capacity() * bucket.millis() / bucket.gain()))
                .substring(2),
            lower(limit.onOutage()));
  }

  private static String lower(Object value) {
    return value.toString().toLowerCase(Locale.ROOT);
  }

  @Test
  void aBucketIsKeptInLowestTerms() {
    assertThat(Bucket.of(20, 20, Duration.ofSeconds(3))).isEqualTo(new Bucket(20, 1, 150));
  }

  @Test
  void aBucketRefusesWhatCannotBeCountedExactly() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bucket.of(1L << 40, 7, Duration.ofDays(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Bucket(0, 1, 1));
  }
}
