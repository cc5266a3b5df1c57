package app.oegukmin.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
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
  @DisplayName("D-S13: what is paid by the call closes when it cannot be counted")
  void dS13_closesWhatCostsMoney() {
    assertThat(Limit.SPEECH.onOutage()).isEqualTo(Limit.OnOutage.CLOSED);
    assertThat(Limit.CHATBOT_DAY.onOutage()).isEqualTo(Limit.OnOutage.CLOSED);
    assertThat(Limit.MEMBER_REQUESTS.onOutage()).isEqualTo(Limit.OnOutage.OPEN);
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
