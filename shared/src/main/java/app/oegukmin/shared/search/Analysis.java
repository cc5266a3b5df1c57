package app.oegukmin.shared.search;

import app.oegukmin.shared.digest.Digests;
import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.dict.UserDictionary;
import org.apache.lucene.analysis.ngram.NGramTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The analyzers of analysis.json, built for Lucene. The file has the form of OpenSearch's index
 * settings, which takes it as it is. Of its components this class knows those that the file uses;
 * any other is an {@link IllegalArgumentException}. Safe for several threads.
 */
public final class Analysis {

  private final JsonNode settings;

  private Analysis(JsonNode settings) {
    this.settings = settings;
  }

  /** The analysis that ships with this package. */
  public static Analysis shipped() {
    try (InputStream file = Analysis.class.getResourceAsStream("analysis.json")) {
      return new Analysis(Json.MAPPER.readTree(file).path("analysis"));
    } catch (IOException e) {
      throw new UncheckedIOException("analysis.json cannot be read", e);
    }
  }

  /** Another for each other analysis: whose terms an index has. */
  public String hash() {
    return HexFormat.of().formatHex(Digests.sha256(settings.toString()));
  }

  /** What OpenSearch takes as {@code settings.analysis}. */
  public JsonNode settings() {
    return settings;
  }

  /** The analyzer of a name in the file. */
  public Analyzer analyzer(String name) {
    JsonNode analyzer = settings.path("analyzer").path(name);
    String tokenizer = analyzer.path("tokenizer").asText();
    UserDictionary dictionary = dictionary(settings.path("tokenizer").path(tokenizer));
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = tokenizer(tokenizer, dictionary);
        TokenStream end = source;
        for (JsonNode filter : analyzer.path("filter")) {
          end = filter(filter.asText(), end);
        }
        return new TokenStreamComponents(source, end);
      }
    };
  }

  private Tokenizer tokenizer(String name, UserDictionary dictionary) {
    JsonNode node = settings.path("tokenizer").path(name);
    return switch (node.path("type").asText(name)) {
      case "standard" -> new StandardTokenizer();
      case "ngram" -> letterGrams(node);
      case "nori_tokenizer" ->
          new KoreanTokenizer(
              Tokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY,
              dictionary,
              DecompoundMode.valueOf(
                  node.path("decompound_mode").asText().toUpperCase(Locale.ROOT)),
              false,
              node.path("discard_punctuation").asBoolean());
      default -> throw new IllegalArgumentException("No tokenizer " + name);
    };
  }

  // Lucene's own tokenizer asks a subclass which characters count; OpenSearch's asks token_chars.
  private static Tokenizer letterGrams(JsonNode node) {
    return new NGramTokenizer(node.path("min_gram").asInt(), node.path("max_gram").asInt()) {
      @Override
      protected boolean isTokenChar(int character) {
        return Character.isLetterOrDigit(character);
      }
    };
  }

  private TokenStream filter(String name, TokenStream input) {
    JsonNode node = settings.path("filter").path(name);
    String type = node.path("type").asText(name);
    return switch (type.equals("stemmer") ? node.path("language").asText() : type) {
      case "lowercase" -> new LowerCaseFilter(input);
      case "nori_readingform" -> new KoreanReadingFormFilter(input);
      case "nori_part_of_speech" -> new KoreanPartOfSpeechStopFilter(input, tags(node));
      case "possessive_english" -> new EnglishPossessiveFilter(input);
      case "english" -> new PorterStemFilter(input);
      default -> throw new IllegalArgumentException("No filter " + name);
    };
  }

  private static Set<POS.Tag> tags(JsonNode filter) {
    Set<POS.Tag> tags = new HashSet<>();
    filter.path("stoptags").forEach(tag -> tags.add(POS.resolveTag(tag.asText())));
    return tags;
  }

  private static UserDictionary dictionary(JsonNode tokenizer) {
    StringJoiner rules = new StringJoiner("\n");
    tokenizer.path("user_dictionary_rules").forEach(rule -> rules.add(rule.asText()));
    try {
      return rules.length() == 0 ? null : UserDictionary.open(new StringReader(rules.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("The user dictionary cannot be read", e);
    }
  }
}
