package app.oegukmin.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {

  private static final short[] SAMPLES = {1, -2, 300, Short.MAX_VALUE, Short.MIN_VALUE};
  private static final String WANTED = "Send a WAV recording (RIFF/WAVE, PCM, 16 bit";
  private static final String CUT = "Send the whole recording";

  private static WavFile file() {
    return new WavFile().format(1, 1, 16_000, 16);
  }

  private static void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> WavReader.read(file))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource({"1, 8000", "1, 16000", "2, 16000", "1, 44100", "2, 44100", "2, 48000"})
  void readsWhatPhonesRecord(int channels, int rate) {
    Recording recording =
        WavReader.read(new WavFile().format(1, channels, rate, 16).data(channels, SAMPLES).whole());

    assertThat(recording.rate()).isEqualTo(rate);
    assertThat(recording.samples()).containsExactly(SAMPLES);
  }

  @Test
  void takesTheMeanOfTwoChannels() {
    byte[] stereo =
        new WavFile()
            .format(1, 2, 16_000, 16)
            .data(1, (short) 100, (short) 300, Short.MAX_VALUE, Short.MAX_VALUE)
            .whole();

    assertThat(WavReader.read(stereo).samples()).containsExactly((short) 200, Short.MAX_VALUE);
  }

  @Test
  void readsTheLongFormOfAFormat() {
    ByteBuffer format = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    format.putShort((short) 0xfffe).putShort((short) 1).putInt(16_000).putInt(32_000);
    format.putShort((short) 2).putShort((short) 16).putShort((short) 22).putShort((short) 16);
    format.putInt(4).putShort((short) 1);
    byte[] file = new WavFile().chunk("fmt ", format.array()).data(1, SAMPLES).whole();
    assertThat(WavReader.read(file).samples()).containsExactly(SAMPLES);

    format.putShort(24, (short) 3);
    assertRefused(new WavFile().chunk("fmt ", format.array()).data(1, SAMPLES).whole(), WANTED);
  }

  @Test
  @DisplayName("D-P5: chunks of any kind in any order, with sizes from 0 on, odd ones too")
  void dP5_readsAnyOrderOfChunks() {
    Random random = new Random(5);
    for (int run = 0; run < 500; run++) {
      List<String> names = new ArrayList<>(List.of("fmt ", "data"));
      for (int i = random.nextInt(5); i > 0; i--) {
        names.add(List.of("LIST", "JUNK", "FLLR", "fact", "\1?\3 ").get(random.nextInt(5)));
      }
      Collections.shuffle(names, random);
      short[] samples = samples(random, 1 + random.nextInt(50));
      WavFile file = new WavFile();
      for (String name : names) {
        switch (name) {
          case "fmt " -> file.format(1, 1, 16_000, 16);
          case "data" -> file.data(1, samples);
          default -> file.chunk(name, bytes(random, random.nextInt(9)));
        }
      }
      assertThat(WavReader.read(file.whole()).samples()).as("%s", names).containsExactly(samples);
    }
  }

  @Test
  @DisplayName("D-P5: a recording that is cut anywhere is refused")
  void dP5_refusesACutRecording() {
    byte[] whole =
        file().chunk("LIST", new byte[7]).data(1, SAMPLES).chunk("JUNK", new byte[3]).whole();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertRefused(cut, length < 12 ? WANTED : CUT);
    }
  }

  @Test
  void takesWhatFollowsTheRecordingForNothing() {
    byte[] whole = file().data(1, SAMPLES).whole();
    assertThat(WavReader.read(Arrays.copyOf(whole, whole.length + 99)).samples())
        .containsExactly(SAMPLES);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, -2, 11})
  @DisplayName("D-P5: sizes that do not fit, up to 2^32 - 1, are refused and nothing is allocated")
  void dP5_refusesSizesThatLie(int size) {
    byte[] content = new byte[10];
    assertRefused(file().chunk("data", size, content).whole(), CUT);
    assertRefused(file().data(1, SAMPLES).chunk("LIST", size, content).whole(), CUT);
    assertRefused(file().chunk("data", content).whole(size == 11 ? 99 : size), CUT);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 1, 16000, 16",
    "6, 1, 16000, 16",
    "85, 1, 16000, 16",
    "1, 0, 16000, 16",
    "1, 3, 16000, 16",
    "1, 1, 22050, 16",
    "1, 1, 0, 16",
    "1, 1, -1, 16",
    "1, 1, 16000, 8",
    "1, 1, 16000, 24",
    "1, 1, 16000, 0"
  })
  void refusesOtherFormats(int tag, int channels, int rate, int bits) {
    assertRefused(new WavFile().format(tag, channels, rate, bits).data(1, SAMPLES).whole(), WANTED);
  }

  @Test
  void refusesWhatHasNoSound() {
    assertRefused(file().whole(), WANTED);
    assertRefused(new WavFile().data(1, SAMPLES).whole(), WANTED);
    assertRefused(file().chunk("data", new byte[3]).whole(), WANTED);
    assertRefused(file().data(1).whole(), "Send a recording that is not empty");
    assertRefused("....ftypM4A isom".getBytes(StandardCharsets.UTF_8), WANTED);
    assertRefused(new byte[0], WANTED);
  }

  @Test
  void takesThirtySecondsAndNoMore() {
    assertThat(WavReader.read(file().data(1, new short[480_000]).whole()).seconds()).isEqualTo(30);
    assertRefused(
        file().data(1, new short[480_001]).whole(), "Send a recording of at most 30 seconds");
    assertRefused(new byte[WavReader.LARGEST + 1], "Send a recording of at most 4 MB");
  }

  @Test
  @DisplayName("D-P5: no file makes it fail in another way")
  void dP5_readsOrRefusesWhateverComes() {
    Random random = new Random(17);
    byte[] good = file().chunk("LIST", new byte[5]).data(1, SAMPLES).whole();
    for (int run = 0; run < 20_000; run++) {
      byte[] file = good.clone();
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(WavReader.read(file).samples()).isNotEmpty();
      } catch (RecordingException refused) {
        assertThat(refused).hasMessageStartingWith("Send ");
      }
    }
  }

  @Test
  void writesWhatItReads() {
    Recording recording = new Recording(16_000, SAMPLES);
    assertThat(recording.wav()).isEqualTo(file().data(1, SAMPLES).whole());
  }

  private static short[] samples(Random random, int length) {
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (short) random.nextInt();
    }
    return samples;
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
