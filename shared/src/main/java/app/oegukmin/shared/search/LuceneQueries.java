package app.oegukmin.shared.search;

import app.oegukmin.shared.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/** Turns queries into Lucene's. No text of a query is ever parsed. */
final class LuceneQueries {

  private static final float TITLE = 3;
  private static final float EXACT = 4;
  private static final float NEW = 2;
  // A document of this age gets half of what a new one gets.
  private static final Duration HALF = Duration.ofDays(90);
  // Shorter beginnings of English words would find nearly everything.
  private static final int SHORTEST_BEGINNING = 3;

  // A letter or digit between others that are neither, in a word that has more.
  private static final Pattern LONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{Nd}])[\\p{L}\\p{Nd}](?=[^\\p{L}\\p{Nd}])|[^\\p{L}\\p{Nd}][\\p{L}\\p{Nd}]$");

  private final LuceneAnalyzers analyzers;

  LuceneQueries(LuceneAnalyzers analyzers) {
    this.analyzers = analyzers;
  }

  /** What has every word. */
  Query matching(SearchQuery query, long before) {
    if (query.words().isEmpty()) {
      return new MatchNoDocsQuery("no word");
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    query.words().forEach(word -> all.add(word(word), Occur.MUST));
    return among(query, all, before);
  }

  /** What has some word. */
  Query related(SearchQuery query) {
    if (query.words().isEmpty()) {
      return new MatchNoDocsQuery("no word");
    }
    BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(1);
    query.words().forEach(word -> some.add(word(word), Occur.SHOULD));
    return among(query, some, Long.MAX_VALUE);
  }

  private static Query among(SearchQuery query, BooleanQuery.Builder all, long before) {
    all.add(LongField.newRangeQuery(SearchFields.LIST, Long.MIN_VALUE, before - 1), Occur.FILTER);
    all.add(new TermInSetQuery(SearchFields.KIND, kinds(query)), Occur.FILTER);
    if (!query.languages().isEmpty()) {
      all.add(new TermInSetQuery(SearchFields.LANGUAGE, languages(query)), Occur.FILTER);
    }
    query
        .group()
        .map(SearchFields::group)
        .ifPresent(group -> all.add(exactly(SearchFields.GROUP, group), Occur.FILTER));
    return all.build();
  }

  /** The same, with scores that put the better first. */
  Query ranked(SearchQuery query, Instant now) {
    String together = String.join(" ", query.words());
    return new BooleanQuery.Builder()
        .add(matching(query, Long.MAX_VALUE), Occur.MUST)
        .add(new BoostQuery(word(together), EXACT), Occur.SHOULD)
        .add(
            LongField.newDistanceFeatureQuery(
                SearchFields.DATE, NEW, now.toEpochMilli(), HALF.toMillis()),
            Occur.SHOULD)
        .build();
  }

  private Query word(String word) {
    List<Query> ways = new ArrayList<>();
    for (String analyzer : SearchFields.ANALYZERS) {
      if (analyzer.equals(SearchFields.PAIRS) && !hasPairs(word)) {
        continue;
      }
      QueryBuilder builder = new QueryBuilder(analyzers.named(analyzer));
      String title = SearchFields.title(analyzer);
      String body = SearchFields.body(analyzer);
      ways(builder, analyzer, title, word)
          .map(way -> new BoostQuery(way, TITLE))
          .forEach(ways::add);
      ways(builder, analyzer, body, word).forEach(ways::add);
    }
    return ways.isEmpty()
        ? new MatchNoDocsQuery("no letter or digit")
        : new DisjunctionMaxQuery(ways, 0);
  }

  private static Stream<Query> ways(
      QueryBuilder builder, String analyzer, String field, String word) {
    Stream<Query> phrase = Stream.ofNullable(builder.createPhraseQuery(field, word));
    return Stream.concat(phrase, beginning(analyzer, field, word));
  }

  // A single letter has no pair, but pairs have it; an English word may be typed in part.
  private static Stream<Query> beginning(String analyzer, String field, String word) {
    boolean letters = word.codePoints().allMatch(Character::isLetterOrDigit);
    boolean single = word.codePointCount(0, word.length()) == 1;
    if (letters && single && analyzer.equals(SearchFields.PAIRS)) {
      return Stream.of(
          new PrefixQuery(new Term(field, word)),
          new WildcardQuery(new Term(field, WildcardQuery.WILDCARD_CHAR + word)));
    }
    boolean part =
        analyzer.equals(SearchFields.ENGLISH)
            && word.length() >= SHORTEST_BEGINNING
            && isLatin(word);
    return letters && part ? Stream.of(new PrefixQuery(new Term(field, word))) : Stream.empty();
  }

  // Pairs would find AI in AIDS; and of 3,300, whose 3 has no pair, they would know the rest alone.
  private static boolean hasPairs(String word) {
    return !isLatin(word) && !LONE.matcher(word).find();
  }

  private static boolean isLatin(String word) {
    return word.codePoints()
        .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
  }

  private static Query exactly(String field, String value) {
    return new TermQuery(new Term(field, value));
  }

  private static List<BytesRef> languages(SearchQuery query) {
    return Stream.concat(
            Stream.of(SearchFields.ANY_LANGUAGE), query.languages().stream().map(Language::name))
        .map(BytesRef::new)
        .toList();
  }

  private static List<BytesRef> kinds(SearchQuery query) {
    return query.kinds().stream().map(kind -> new BytesRef(kind.name())).toList();
  }
}
