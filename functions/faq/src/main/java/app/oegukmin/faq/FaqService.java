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

/** Decides which FAQ entries a reader gets; everybody gets the same. */
final class FaqService {

  private static final int PAGE = 20;
  private static final int SLICE = 2 * PAGE;

  private final FaqReader reader;
  private final PostCache<Faq, FaqPost> cache;
  private final PictureUrls urls;
  private final FaqSearch search;

  FaqService(FaqReader reader, PostCache<Faq, FaqPost> cache, PictureUrls urls, FaqSearch search) {
    this.reader = reader;
    this.cache = cache;
    this.urls = urls;
    this.search = search;
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
    return filter
        .wantedWord()
        .map(word -> search.list(filter, word, before))
        .orElseGet(() -> FaqListView.of(page(filter, before)));
  }

  private PostPage<Faq> page(FaqFilter filter, long before) {
    return PostPage.fill(
        PAGE,
        PostPage.READS,
        before,
        from -> slice(filter.wantedLanguage(), from),
        rows -> rows.stream().filter(filter::hasTag).toList(),
        Faq::id);
  }

  private PostSlice<Faq> slice(Optional<String> language, long before) {
    return cache.slice(language, before, () -> reader.slice(language, before, SLICE));
  }
}
