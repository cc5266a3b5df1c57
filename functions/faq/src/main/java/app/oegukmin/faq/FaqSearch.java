package app.oegukmin.faq;

import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.post.PostPage;
import app.oegukmin.shared.post.PostSlice;
import app.oegukmin.shared.search.Highlights;
import app.oegukmin.shared.search.SearchEngine;
import app.oegukmin.shared.search.SearchHit;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.search.SearchQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the FAQ entries that have a word. What the index has found is read as it is now, around the
 * cache: callers can make up words without end.
 */
final class FaqSearch {

  private static final int PAGE = 20;

  // More than a page: some may be gone.
  private static final int HITS = 30;
  private static final int READS = 3;
  private static final int BEST = 50;

  private final SearchEngine engine;
  private final FaqReader reader;

  FaqSearch(SearchEngine engine, FaqReader reader) {
    this.engine = engine;
    this.reader = reader;
  }

  /** A page of hits, newest first; or by relevance one page of the best. */
  FaqListView list(FaqFilter filter, String word, long before) {
    SearchQuery query =
        SearchQuery.of(word, Set.of(SearchKind.FAQ), languages(filter), filter.wantedTag());
    PostPage<Faq> page =
        filter.byRelevance()
            ? new PostPage<>(there(filter, best(query)), Optional.empty())
            : PostPage.fill(
                PAGE,
                READS,
                before,
                from -> newest(query, from),
                rows -> there(filter, rows),
                Faq::id);
    return FaqListView.of(
        page, faq -> Highlights.pairs(engine.highlights().of(query, faq.title())));
  }

  private static Set<Language> languages(FaqFilter filter) {
    return filter.wantedLanguage().flatMap(Language::of).stream().collect(Collectors.toSet());
  }

  private PostSlice<Faq> newest(SearchQuery query, long before) {
    PostSlice<SearchHit> hits =
        PostSlice.of(engine.index().newest(query, before, HITS + 1), HITS, SearchHit::list);
    return hits.with(reader.rows(ids(hits.rows())));
  }

  private List<Faq> best(SearchQuery query) {
    List<Long> ids = ids(engine.index().best(query, BEST));
    return reader.rows(ids).stream()
        .sorted(Comparator.comparing(faq -> ids.indexOf(faq.id())))
        .toList();
  }

  private static List<Long> ids(List<SearchHit> hits) {
    return hits.stream().map(SearchHit::list).toList();
  }

  // Its tag or its language may have changed since.
  private static List<Faq> there(FaqFilter filter, List<Faq> rows) {
    Optional<String> language = filter.wantedLanguage();
    return rows.stream()
        .filter(filter::hasTag)
        .filter(faq -> language.map(faq.language()::equalsIgnoreCase).orElse(true))
        .toList();
  }
}
