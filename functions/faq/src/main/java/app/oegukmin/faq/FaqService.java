package app.oegukmin.faq;

import app.oegukmin.shared.faq.Faq;
import app.oegukmin.shared.faq.FaqPost;
import app.oegukmin.shared.faq.FaqView;
import app.oegukmin.shared.http.ApiException;
import app.oegukmin.shared.http.ErrorCode;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.post.PictureUrls;
import app.oegukmin.shared.post.PostCache;
import app.oegukmin.shared.post.PostPage;
import app.oegukmin.shared.post.PostSlice;
import app.oegukmin.shared.post.Required;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Decides which FAQ entries a reader gets; everybody gets the same. */
final class FaqService {

  private static final int PAGE = 20;
  private static final int SLICE = 2 * PAGE;

  // Each with two texts: as many as fit into one batch.
  private static final int SEARCHED = 33;

  // 330 entries: what a search for a word reads at most before it says where it has stopped.
  private static final int SEARCH_READS = 10;

  private final FaqReader reader;
  private final PostCache<Faq, FaqPost> cache;
  private final PictureUrls urls;

  FaqService(FaqReader reader, PostCache<Faq, FaqPost> cache, PictureUrls urls) {
    this.reader = reader;
    this.cache = cache;
    this.urls = urls;
  }

  /**
   * An entry in full.
   *
   * @throws ApiException C003 when there is none or it is hidden
   */
  FaqView read(long id) {
    return cache
        .post(id, () -> reader.find(id))
        .map(post -> FaqView.of(post, urls))
        .orElseThrow(() -> new ApiException(ErrorCode.NOT_FOUND));
  }

  /** A page of entries, newest first; a language that the app does not have has none. */
  FaqListView list(FaqFilter filter) {
    long before = Required.before(filter.cursorId());
    Optional<String> language = filter.wantedLanguage();
    if (language.filter(tag -> Language.of(tag).isEmpty()).isPresent()) {
      return FaqListView.of(new PostPage<>(List.of(), Optional.empty()));
    }
    return FaqListView.of(
        filter
            .wantedWord()
            .map(word -> page(filter, SEARCH_READS, before, from -> search(language, word, from)))
            .orElseGet(() -> page(filter, PostPage.READS, before, from -> slice(language, from))));
  }

  private static PostPage<Faq> page(
      FaqFilter filter, int reads, long before, LongFunction<PostSlice<Faq>> slices) {
    return PostPage.fill(
        PAGE,
        reads,
        before,
        slices,
        rows -> rows.stream().filter(filter::hasTag).toList(),
        Faq::id);
  }

  private PostSlice<Faq> slice(Optional<String> language, long before) {
    return cache.slice(language, before, () -> reader.slice(language, before, SLICE));
  }

  // Around the cache: callers can make up words without end.
  private PostSlice<Faq> search(Optional<String> language, String word, long before) {
    PostSlice<Long> ids = reader.ids(language, before, SEARCHED);
    List<Faq> hits =
        reader.posts(ids.rows()).stream()
            .filter(post -> FaqFilter.has(post, word))
            .map(FaqPost::faq)
            .toList();
    return ids.with(hits);
  }
}
