package app.oegukmin.shared.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Words as Koreans, English and Chinese speakers type them, with what they must and must not find.
 */
class SearchCasesTest {

  private static final LuceneAnalyzers ANALYZERS = new LuceneAnalyzers(Analysis.shipped());

  /** A line of bench/search-cases.json. */
  record Case(String query, String language, List<String> hit, List<String> miss) {}

  static Stream<Case> cases() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "bench/search-cases.json");
    return Json.MAPPER.readValue(file.toFile(), new TypeReference<List<Case>>() {}).stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsInTitles(Case given) throws IOException {
    assertThat(found(given, true)).isEqualTo(Set.copyOf(given.hit()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsInTexts(Case given) throws IOException {
    assertThat(found(given, false)).isEqualTo(Set.copyOf(given.hit()));
  }

  private static Set<String> found(Case given, boolean titles) throws IOException {
    Language language =
        given.language() == null ? Language.KO : Language.of(given.language()).get();
    List<String> texts = new ArrayList<>(given.hit());
    texts.addAll(given.miss());
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZERS.perField()))) {
        for (int i = 0; i < texts.size(); i++) {
          writer.addDocument(document(i, language, texts.get(i), titles));
        }
      }
      try (var reader = DirectoryReader.open(directory)) {
        var index =
            new LuceneIndex(
                () -> Optional.of(new IndexSearcher(reader)), ANALYZERS, Clock.systemUTC());
        var query =
            SearchQuery.of(
                given.query(), Set.of(SearchKind.NOTICE), Set.of(language), Optional.empty());
        return Set.copyOf(
            index.newest(query, Long.MAX_VALUE, texts.size()).stream()
                .map(hit -> texts.get((int) hit.id()))
                .toList());
      }
    }
  }

  private static org.apache.lucene.document.Document document(
      int id, Language language, String text, boolean title) {
    String folded = app.oegukmin.shared.text.Folding.fold(text);
    return LuceneDocuments.document(
        new SearchDocument(
            SearchKind.NOTICE,
            id,
            id,
            Optional.of(language),
            "",
            0,
            title ? folded : "",
            title ? "" : folded));
  }
}
