package app.oegukmin.local.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What the played Azure makes of a recording: most words well said, some badly, some left out, and
 * at times one that is not in the sentence. Silence is nobody speaking.
 *
 * @param sound samples of 16 bit at 16 kHz
 */
record AzureScores(String sentence, ByteBuffer sound) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> FIELDS =
      Set.of("ReferenceText", "GradingSystem", "Granularity", "Dimension", "EnableMiscue");

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final int HEADER = 44;
  private static final int BYTES_A_SECOND = 32_000;
  private static final int MOST_SECONDS = 30;
  private static final long TICKS_A_SECOND = 10_000_000;
  private static final int LOUDEST_SILENCE = 100;

  /** Reads a call; empty when Azure would refuse it. */
  static Optional<AzureScores> of(String header, byte[] body) {
    Optional<ByteBuffer> sound = sound(ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN));
    return sentence(header).flatMap(text -> sound.map(bytes -> new AzureScores(text, bytes)));
  }

  private static Optional<String> sentence(String header) {
    try {
      byte[] json = Base64.getDecoder().decode(header == null ? "" : header);
      JsonNode assessment = JSON.readTree(new String(json, StandardCharsets.UTF_8));
      boolean taken =
          assessment.isObject()
              && FIELDS.containsAll(assessment.propertyStream().map(e -> e.getKey()).toList())
              && assessment.path("GradingSystem").asText().equals("HundredMark")
              && assessment.path("Granularity").asText().equals("Word")
              && assessment.path("Dimension").asText().equals("Comprehensive");
      String text = assessment.path("ReferenceText").asText();
      return taken && !text.isBlank() ? Optional.of(text) : Optional.empty();
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  /** The samples behind the plain header, of 16 kHz, mono, 16 bit, at most 30 seconds. */
  private static Optional<ByteBuffer> sound(ByteBuffer wav) {
    int size = wav.capacity() - HEADER;
    boolean taken =
        size > 0
            && size <= MOST_SECONDS * BYTES_A_SECOND
            && wav.getInt(4) == size + HEADER - 8
            && wav.getInt(16) == 16
            && wav.getInt(20) == 0x0001_0001
            && wav.getInt(24) == 16_000
            && wav.getInt(28) == BYTES_A_SECOND
            && wav.getInt(32) == 0x0010_0002
            && wav.getInt(40) == size;
    return taken
        ? Optional.of(wav.slice(HEADER, size).order(ByteOrder.LITTLE_ENDIAN))
        : Optional.empty();
  }

  /** The response's body. */
  String json() {
    ObjectNode result = JSON.createObjectNode();
    result.put("RecognitionStatus", silent() ? "InitialSilenceTimeout" : "Success");
    result.put("Offset", 0).put("Duration", sound.capacity() * TICKS_A_SECOND / BYTES_A_SECOND);
    if (!silent()) {
      result.put("DisplayText", sentence);
      ObjectNode best = result.putArray("NBest").addObject();
      best.put("Confidence", 0.9).put("Lexical", sentence).put("Display", sentence);
      Random random = new Random(checksum());
      best.put("AccuracyScore", score(random)).put("FluencyScore", score(random));
      best.put("CompletenessScore", score(random)).put("PronScore", score(random));
      addWords(best.putArray("Words"), random);
    }
    return result.toString();
  }

  private void addWords(ArrayNode words, Random random) {
    for (String word : SPACE.split(sentence.strip(), -1)) {
      switch (random.nextInt(10)) {
        case 0 -> {
          // Left out.
        }
        case 1 -> add(words, word, "Mispronunciation", 20 + random.nextInt(40));
        case 2 -> {
          add(words, "음", "None", score(random));
          add(words, word, "None", score(random));
        }
        default -> add(words, word, "None", score(random));
      }
    }
  }

  private static void add(ArrayNode words, String word, String errorType, int score) {
    words.addObject().put("Word", word).put("AccuracyScore", score).put("ErrorType", errorType);
  }

  private static int score(Random random) {
    return 70 + random.nextInt(31);
  }

  private boolean silent() {
    for (int at = 0; at + 1 < sound.capacity(); at += 2) {
      if (Math.abs(sound.getShort(at)) > LOUDEST_SILENCE) {
        return false;
      }
    }
    return true;
  }

  private long checksum() {
    CRC32 checksum = new CRC32();
    checksum.update(sound.duplicate());
    return checksum.getValue();
  }
}
