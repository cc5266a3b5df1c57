package app.oegukmin.search;

import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.Highlights.Span;
import app.oegukmin.shared.search.Passage;
import app.oegukmin.shared.search.PassageRequest;
import app.oegukmin.shared.search.PassageResponse;
import app.oegukmin.shared.search.SearchEngine;
import app.oegukmin.shared.search.SearchHit;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.search.SearchQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds passages and cuts them to the length that a model is given. */
final class PassageService {

  private static final int MOST = 20;

  // What somebody only asks answers nothing, and is most like a question.
  private static final Set<SearchKind> SOURCES =
      Set.of(SearchKind.NOTICE, SearchKind.FAQ, SearchKind.ANSWER);

  // Before the first word that was found: what it is about stands there.
  private static final int LEAD = 200;

  private final SearchEngine engine;
  private final Contents contents;

  PassageService(SearchEngine engine, Contents contents) {
    this.engine = engine;
    this.contents = contents;
  }

  /** The passages for a question, each as it is stored now. */
  PassageResponse find(PassageRequest request) {
    Set<Language> languages =
        request.languages().stream()
            .flatMap(tag -> Language.of(tag).stream())
            .collect(Collectors.toSet());
    SearchQuery query = SearchQuery.of(request.query(), SOURCES, languages, Optional.empty());
    int most = Math.clamp(request.most(), 1, MOST);
    List<Passage> passages =
        engine.index().related(query, most).stream()
            .flatMap(hit -> passage(query, hit).stream())
            .toList();
    return new PassageResponse(passages);
  }

  private Optional<Passage> passage(SearchQuery query, SearchHit hit) {
    return contents
        .find(hit.kind(), hit.id())
        .map(
            content ->
                new Passage(
                    hit.kind().text(),
                    hit.id(),
                    content.language().map(Language::tag).orElse(""),
                    content.title(),
                    content.date(),
                    content.link(),
                    part(query, content.text()),
                    hit.score(),
                    content.likes()));
  }

  private String part(SearchQuery query, String text) {
    if (text.length() <= Passage.LONGEST) {
      return text;
    }
    List<Span> found = engine.highlights().of(query, text);
    int from = found.isEmpty() ? 0 : Math.max(0, found.getFirst().start() - LEAD);
    int start = whole(text, Math.min(from, text.length() - Passage.LONGEST));
    return text.substring(start, whole(text, start + Passage.LONGEST));
  }

  /** The place itself, or the one before it inside a pair of surrogates. */
  private static int whole(String text, int place) {
    boolean inside =
        place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place));
    return inside ? place - 1 : place;
  }
}
