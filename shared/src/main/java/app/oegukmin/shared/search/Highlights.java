package app.oegukmin.shared.search;

import app.oegukmin.shared.text.FoldedText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Where the words of a query stand in a text: literally, or where an analyzer of words takes a part
 * of the text for the same word. Safe for several threads.
 */
public final class Highlights {

  private static final List<String> WORDS = List.of(SearchFields.KOREAN, SearchFields.ENGLISH);

  private final LuceneAnalyzers analyzers;

  /** A part of a text, from its first UTF-16 unit to the one behind its last. */
  public record Span(int start, int end) {}

  /** Highlights by the analyzers of the index. */
  public Highlights(LuceneAnalyzers analyzers) {
    this.analyzers = analyzers;
  }

  /** The parts of a text that a query finds, in their order, none touching another. */
  public List<Span> of(SearchQuery query, String text) {
    FoldedText folded = FoldedText.of(text);
    BitSet marked = new BitSet();
    for (String word : query.words()) {
      literally(word, folded.folded(), marked);
      WORDS.forEach(name -> alike(analyzers.named(name), word, folded.folded(), marked));
    }
    return spans(marked, folded);
  }

  /** Spans as responses have them: pairs of start and end. */
  public static List<List<Integer>> pairs(List<Span> spans) {
    return spans.stream().map(span -> List.of(span.start(), span.end())).toList();
  }

  private static void literally(String word, String text, BitSet marked) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
      marked.set(at, at + word.length());
    }
  }

  private static void alike(Analyzer analyzer, String word, String text, BitSet marked) {
    Set<String> wanted = new HashSet<>();
    tokens(analyzer, word, (term, start, end) -> wanted.add(term));
    tokens(
        analyzer,
        text,
        (term, start, end) -> {
          if (wanted.contains(term)) {
            marked.set(start, end);
          }
        });
  }

  private static List<Span> spans(BitSet marked, FoldedText text) {
    List<Span> spans = new ArrayList<>();
    for (int start = marked.nextSetBit(0); start >= 0; ) {
      int end = marked.nextClearBit(start);
      spans.add(new Span(text.start(start), text.end(end - 1)));
      start = marked.nextSetBit(end);
    }
    return spans;
  }

  @FunctionalInterface
  private interface Token {
    void at(String term, int start, int end);
  }

  private static void tokens(Analyzer analyzer, String text, Token each) {
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        each.at(term.toString(), offset.startOffset(), offset.endOffset());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
