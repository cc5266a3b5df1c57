package app.oegukmin.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.local.standin.FaultControl;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AzureServerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUERY = "?language=ko-KR&format=detailed";
  private static final String TYPE = "audio/wav; codecs=audio/pcm; samplerate=16000";
  private static final String SENTENCE =
      """
      {"ReferenceText":"오늘 \\"날씨\\"가 아주 좋아요","GradingSystem":"HundredMark","Granularity":"Word",
       "Dimension":"Comprehensive","EnableMiscue":false}
      """;

  private HttpClient http;
  private AzureServer azure;

  @BeforeEach
  void start() throws IOException {
    http = HttpClient.newHttpClient();
    azure = AzureServer.start(Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    azure.close();
    http.close();
  }

  /** A second of a recording that only this seed makes; 0 is silence. */
  private static byte[] sound(int seed, int channels, int rate) {
    byte[] file = new byte[44 + 2 * rate];
    ByteBuffer wav = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * rate);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) channels).putInt(rate).putInt(rate * channels * 2);
    wav.putShort((short) (channels * 2)).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * rate);
    Random random = new Random(seed);
    while (seed != 0 && wav.hasRemaining()) {
      wav.putShort((short) random.nextInt(-9_000, 9_000));
    }
    return file;
  }

  private HttpResponse<String> send(
      String query, String key, String type, String header, byte[] sound) throws Exception {
    URI uri =
        URI.create(azure.uri() + "/speech/recognition/conversation/cognitiveservices/v1" + query);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Ocp-Apim-Subscription-Key", key)
            .header("Content-Type", type)
            .header("Pronunciation-Assessment", header)
            .POST(BodyPublishers.ofByteArray(sound))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private HttpResponse<String> send(byte[] sound) throws Exception {
    return send(QUERY, "key", TYPE, base64(SENTENCE), sound);
  }

  private static String base64(String json) {
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void scoresEachRecordingInItsOwnWay() throws Exception {
    String one = send(sound(1, 1, 16_000)).body();

    assertThat(send(sound(1, 1, 16_000)).body()).isEqualTo(one);
    assertThat(send(sound(2, 1, 16_000)).body()).isNotEqualTo(one);
    JsonNode best = JSON.readTree(one).at("/NBest/0");
    assertThat(best.path("AccuracyScore").asDouble()).isBetween(0.0, 100.0);
    assertThat(best.path("Words")).isNotEmpty();
    assertThat(JSON.readTree(one).path("Duration").asLong()).isEqualTo(10_000_000);
  }

  @Test
  void hearsNobodyInSilence() throws Exception {
    assertThat(send(sound(0, 1, 16_000)).body())
        .contains("InitialSilenceTimeout")
        .doesNotContain("NBest");
  }

  @ParameterizedTest
  @CsvSource({"2, 16000", "1, 8000", "1, 44100"})
  void takesSixteenKilohertzMonoAlone(int channels, int rate) throws Exception {
    assertThat(send(sound(1, channels, rate)).statusCode()).isEqualTo(400);
  }

  @Test
  void refusesWhatAzureRefuses() throws Exception {
    byte[] sound = sound(1, 1, 16_000);
    assertThat(send(QUERY, " ", TYPE, base64(SENTENCE), sound).statusCode()).isEqualTo(401);
    assertThat(send("", "key", TYPE, base64(SENTENCE), sound).statusCode()).isEqualTo(400);
    assertThat(send(QUERY, "key", "audio/wav", base64(SENTENCE), sound).statusCode())
        .isEqualTo(400);
    for (String header :
        List.of(
            "",
            "no base64!",
            base64("no JSON"),
            base64("[]"),
            base64("{\"ReferenceText\":\"\"}"),
            base64(SENTENCE.replace("\\\"", "\"")),
            base64(SENTENCE.replace("Word", "Letter")),
            base64(SENTENCE.replace("EnableMiscue", "Other")))) {
      assertThat(send(QUERY, "key", TYPE, header, sound).statusCode()).as(header).isEqualTo(400);
    }
    assertThat(send(new byte[0]).statusCode()).isEqualTo(400);
    assertThat(send(new byte[44 + 31 * 32_000]).statusCode()).isEqualTo(400);
    assertThat(http.send(HttpRequest.newBuilder(azure.uri()).build(), BodyHandlers.discarding()))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(404);
  }

  @Test
  void canBeToldToFail() throws Exception {
    FaultControl faults = new FaultControl(List.of(azure.standIn()));
    byte[] sound = sound(1, 1, 16_000);

    faults.inject("azure", "429", "60s");
    assertThat(send(sound).statusCode()).isEqualTo(429);
    assertThat(send(sound).headers().firstValue("Retry-After")).isPresent();

    faults.inject("azure", "malformed", "60s");
    assertThat(send(sound).statusCode()).isEqualTo(200);
    assertThat(send(sound).body()).endsWith("Succ");

    faults.inject("azure", "ok", "60s");
    assertThat(send(sound).body()).contains("NBest");
  }
}
