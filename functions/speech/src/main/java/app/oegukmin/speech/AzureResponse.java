package app.oegukmin.speech;

import app.oegukmin.shared.json.Json;
import app.oegukmin.speech.SpeechFailure.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what Azure responds (sites §5): one result or several, with scores beside the words or
 * under {@code PronunciationAssessment}, numbers as numbers or as text. Of each result the first
 * alternative counts, and nothing else (D-P4). A result that lacks a score is a failure and never
 * zero points (D-P3).
 */
final class AzureResponse {

  private static final String NESTED = "PronunciationAssessment";

  private AzureResponse() {}

  /**
   * The segments of a response; none when nothing was recognised.
   *
   * @throws SpeechFailure when it says that it failed, or cannot be read
   */
  static List<Segment> read(String body) {
    List<Segment> segments = new ArrayList<>();
    for (JsonNode result : results(body)) {
      switch (result.path("RecognitionStatus").asText()) {
        case "Success" -> addSegment(result, segments);
        case "NoMatch", "InitialSilenceTimeout", "BabbleTimeout", "EndOfDictation" -> {
          // Nothing was said that it knows.
        }
        case "Error" -> throw new SpeechFailure(Kind.UNAVAILABLE, "Azure has failed inside");
        default -> throw unreadable("of no known status");
      }
    }
    return segments;
  }

  private static List<JsonNode> results(String body) {
    try (MappingIterator<JsonNode> results =
        Json.MAPPER.readerFor(JsonNode.class).readValues(body)) {
      List<JsonNode> all = results.readAll();
      if (all.isEmpty()) {
        throw unreadable("empty");
      }
      return all;
    } catch (IOException e) {
      throw unreadable("no JSON");
    }
  }

  private static void addSegment(JsonNode result, List<Segment> segments) {
    JsonNode best = result.path("NBest").path(0);
    if (best.isMissingNode()) {
      throw unreadable("without an alternative");
    }
    List<Word> words = words(best.path("Words"));
    String text = best.path("Display").asText(result.path("DisplayText").asText());
    if (words.isEmpty() && text.isBlank()) {
      return;
    }
    segments.add(
        new Segment(
            text,
            score(best, "AccuracyScore"),
            score(best, "PronScore"),
            score(best, "CompletenessScore"),
            score(best, "FluencyScore"),
            result.path("Duration").asLong(),
            words));
  }

  // What was left out is no word that was said; it has no score either.
  private static List<Word> words(JsonNode words) {
    return words
        .valueStream()
        .filter(word -> !errorType(word).equals(Word.OMISSION))
        .map(word -> new Word(text(word), errorType(word), score(word, "AccuracyScore")))
        .toList();
  }

  private static String text(JsonNode word) {
    String text = word.path("Word").asText("");
    if (text.isEmpty()) {
      throw unreadable("without the text of a word");
    }
    return text;
  }

  private static String errorType(JsonNode word) {
    return field(word, "ErrorType").asText(Word.NONE);
  }

  private static double score(JsonNode scored, String name) {
    double score = field(scored, name).asDouble(Double.NaN);
    if (!(score >= 0 && score <= 100)) {
      throw unreadable("without a good " + name);
    }
    return score;
  }

  private static JsonNode field(JsonNode node, String name) {
    JsonNode nested = node.path(NESTED).path(name);
    return nested.isMissingNode() ? node.path(name) : nested;
  }

  private static SpeechFailure unreadable(String what) {
    return new SpeechFailure(Kind.UNREADABLE, "The response is " + what);
  }
}
