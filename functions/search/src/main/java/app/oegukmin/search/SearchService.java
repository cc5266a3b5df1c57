package app.oegukmin.search;

import app.oegukmin.search.SearchItems.Found;
import app.oegukmin.search.SearchListView.Item;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.Highlights;
import app.oegukmin.shared.search.SearchEngine;
import app.oegukmin.shared.search.SearchHit;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.search.SearchQuery;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides what a search over everything finds. */
final class SearchService {

  private static final int MOST = 50;

  private final SearchEngine engine;
  private final SearchItems items;

  SearchService(SearchEngine engine, SearchItems items) {
    this.engine = engine;
    this.items = items;
  }

  /**
   * The best hits that a viewer may see.
   *
   * @param viewer the uid of who reads it, empty for a guest
   * @param language blank for all
   */
  SearchListView search(Optional<String> viewer, String word, String language) {
    Optional<Language> wanted = Language.of(language);
    if (wanted.isEmpty() && !language.isBlank()) {
      return new SearchListView(List.of());
    }
    SearchQuery query =
        SearchQuery.of(
            word,
            EnumSet.allOf(SearchKind.class),
            wanted.map(Set::of).orElse(Set.of()),
            Optional.empty());
    List<SearchHit> hits = engine.index().best(query, MOST);
    return new SearchListView(
        items.read(viewer, hits).stream().map(found -> item(query, found)).toList());
  }

  private Item item(SearchQuery query, Found found) {
    return new Item(
        found.kind().text(),
        found.id(),
        found.title(),
        found.group(),
        found.language(),
        found.date(),
        Highlights.pairs(engine.highlights().of(query, found.title())));
  }
}
