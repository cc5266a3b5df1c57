package app.oegukmin.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

  private static final int NEW = Recording.RATE;
  private static final double LOUD = 10_000;
  // What the silence beyond the ends reaches.
  private static final int EDGE = 200;

  @ParameterizedTest
  @CsvSource({"8000, 1000", "44100, 1000", "48000, 1000", "8000, 3000", "44100, 6000", "48000, 50"})
  void aToneStaysATone(int rate, double hertz) {
    short[] tone = resampled(rate, hertz);

    assertThat(tone).hasSize(NEW);
    double worst = 0;
    for (int i = EDGE; i < tone.length - EDGE; i++) {
      worst = Math.max(worst, Math.abs(tone[i] - LOUD * Math.sin(2 * Math.PI * hertz * i / NEW)));
    }
    // In phase and as loud: 20 of 10,000 is 54 dB below the tone.
    assertThat(worst).isLessThan(20);
  }

  @ParameterizedTest
  @CsvSource({"44100, 9000", "44100, 15000", "44100, 20000", "48000, 9000", "48000, 17000"})
  void whatTheNewRateCannotHoldIsGone(int rate, double hertz) {
    short[] silent = resampled(rate, hertz);

    for (int i = EDGE; i < silent.length - EDGE; i++) {
      assertThat((int) silent[i]).isBetween(-20, 20);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 44_100, 48_000})
  void whatIsConstantStaysConstant(int rate) {
    short[] level = new short[rate];
    Arrays.fill(level, (short) -1234);

    short[] resampled = new Resampler(rate, NEW).resample(level);

    for (int i = EDGE; i < resampled.length - EDGE; i++) {
      assertThat((int) resampled[i]).isEqualTo(-1234);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 44_100, 48_000})
  void keepsAnyLengthAndNeverWrapsAround(int rate) {
    Random random = new Random(rate);
    Resampler resampler = new Resampler(rate, NEW);
    for (int length = 0; length < 300; length++) {
      short[] loud = new short[length];
      for (int i = 0; i < length; i++) {
        loud[i] = random.nextBoolean() ? Short.MAX_VALUE : Short.MIN_VALUE;
      }
      assertThat(resampler.resample(loud)).hasSize(length * (NEW / 100) / (rate / 100));
    }
    short[] clipped = new short[rate];
    for (int i = 0; i < rate; i++) {
      // A square wave overshoots at its edges.
      clipped[i] = i / 40 % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
    short[] resampled = resampler.resample(clipped);
    for (int i = EDGE; i < resampled.length - EDGE; i++) {
      double middle = ((double) i * rate / NEW) % 40;
      if (middle > 10 && middle < 30) {
        boolean high = (long) ((double) i * rate / NEW) / 40 % 2 == 0;
        assertThat(resampled[i] > 0).as("sample %d", i).isEqualTo(high);
      }
    }
  }

  @Test
  void leavesWhatHasTheRateAlready() {
    Recording recording = new Recording(NEW, new short[] {1, 2, 3});
    assertThat(recording.resampled()).isSameAs(recording);
    Recording up = new Recording(8_000, new short[8_000]).resampled();
    assertThat(up.rate()).isEqualTo(NEW);
    assertThat((double) up.samples().length).isCloseTo(NEW, within(0.0));
  }

  private static short[] resampled(int rate, double hertz) {
    short[] tone = new short[rate];
    for (int i = 0; i < rate; i++) {
      tone[i] = (short) Math.round(LOUD * Math.sin(2 * Math.PI * hertz * i / rate));
    }
    return new Resampler(rate, NEW).resample(tone);
  }
}
