package app.oegukmin.qna;

import app.oegukmin.shared.post.PostPage;
import app.oegukmin.shared.post.PostSlice;
import app.oegukmin.shared.search.Highlights;
import app.oegukmin.shared.search.SearchEngine;
import app.oegukmin.shared.search.SearchHit;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.search.SearchQuery;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds the questions that have a word, themselves or in an answer. What the index has found is
 * read as it is now, around the cache: callers can make up words without end.
 */
final class QuestionSearch {

  private static final int PAGE = 20;

  // More than a page: some may be gone, or of blocked members. 50 fit into one batch with texts.
  private static final int HITS = 30;
  private static final int READS = 3;
  private static final int BEST = 50;

  private static final Set<SearchKind> KINDS = EnumSet.of(SearchKind.QUESTION, SearchKind.ANSWER);

  private final SearchEngine engine;
  private final QuestionReader reader;

  QuestionSearch(SearchEngine engine, QuestionReader reader) {
    this.engine = engine;
    this.reader = reader;
  }

  /**
   * A page of hits, newest first; or by relevance one page of the best.
   *
   * @param visible leaves out what the viewer may not see
   */
  QuestionListView list(
      QuestionFilter filter, String word, long before, UnaryOperator<List<QuestionPost>> visible) {
    SearchQuery query = SearchQuery.of(word, KINDS, Set.of(), filter.wantedTag());
    UnaryOperator<List<QuestionPost>> shown = posts -> visible.apply(ofTag(filter, posts));
    PostPage<QuestionPost> page =
        filter.byRelevance()
            ? new PostPage<>(shown.apply(best(query)), Optional.empty())
            : PostPage.fill(
                PAGE, READS, before, from -> newest(query, from), shown, QuestionPost::id);
    return QuestionListView.of(
        page, post -> Highlights.pairs(engine.highlights().of(query, post.question().title())));
  }

  private PostSlice<QuestionPost> newest(SearchQuery query, long before) {
    PostSlice<SearchHit> hits =
        PostSlice.of(engine.index().newest(query, before, HITS + 1), HITS, SearchHit::list);
    return hits.with(reader.posts(ids(hits.rows())));
  }

  private List<QuestionPost> best(SearchQuery query) {
    List<Long> ids = ids(engine.index().best(query, BEST));
    return reader.posts(ids).stream()
        .sorted(Comparator.comparing(post -> ids.indexOf(post.id())))
        .toList();
  }

  private static List<Long> ids(List<SearchHit> hits) {
    return hits.stream().map(SearchHit::list).toList();
  }

  // Its tag may have changed since.
  private static List<QuestionPost> ofTag(QuestionFilter filter, List<QuestionPost> posts) {
    return filter
        .wantedTag()
        .map(tag -> posts.stream().filter(post -> post.question().tag().equals(tag)).toList())
        .orElse(posts);
  }
}
