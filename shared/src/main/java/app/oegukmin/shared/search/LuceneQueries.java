package app.oegukmin.shared.search;

import app.oegukmin.shared.language.Language;
import java.time.Instant;
import java.util.List;
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
        .add(new BoostQuery(word(together), SearchFields.EXACT_BOOST), Occur.SHOULD)
        .add(
            LongField.newDistanceFeatureQuery(
                SearchFields.DATE,
                SearchFields.NEW_BOOST,
                now.toEpochMilli(),
                SearchFields.HALF_AGE.toMillis()),
            Occur.SHOULD)
        .build();
  }

  private Query word(String word) {
    List<Query> ways =
        WordWay.of(word).stream().flatMap(way -> Stream.ofNullable(query(way))).toList();
    return ways.isEmpty()
        ? new MatchNoDocsQuery("no letter or digit")
        : new DisjunctionMaxQuery(ways, 0);
  }

  /** Null when the analyzer makes no term of the text. */
  private Query query(WordWay way) {
    Term term = new Term(way.field(), way.text());
    Query query =
        switch (way.kind()) {
          case PHRASE ->
              new QueryBuilder(analyzers.named(way.analyzer()))
                  .createPhraseQuery(way.field(), way.text());
          case BEGINNING -> new PrefixQuery(term);
          case END ->
              new WildcardQuery(new Term(way.field(), WildcardQuery.WILDCARD_CHAR + way.text()));
        };
    return query == null ? null : new BoostQuery(query, way.boost());
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
