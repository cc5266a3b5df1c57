package app.oegukmin.shared.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.engines.OpenSearchServer;
import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.SearchCasesTest.Case;
import app.oegukmin.shared.text.Folding;
import app.oegukmin.testkit.FakeClock;
import app.oegukmin.testkit.Stack;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.http.SdkHttpMethod;

/** The contract, kept by OpenSearch: {@code make test-opensearch}. */
@Tag("process")
class OpenSearchIT extends SearchContract {

  @RegisterExtension static final Stack STACK = Stack.of("IndexTable");

  private final Analysis analysis = Analysis.shipped();
  private final LuceneAnalyzers analyzers = new LuceneAnalyzers(analysis);
  private OpenSearchServer server;
  private OpenSearchCluster cluster;

  /** A term, where it stands in a text, and its place among the others. */
  private record Token(String term, int start, int end, int position) {}

  @Override
  void open() throws IOException {
    STACK.clear();
    if (server == null) {
      server = OpenSearchServer.start(folder.resolve("opensearch"), folder.resolve("logs"));
    }
    cluster = new OpenSearchCluster(server.uri(), Duration.ofSeconds(30));
    for (var index : cluster.call(SdkHttpMethod.GET, "/_alias").body().properties()) {
      cluster.call(SdkHttpMethod.DELETE, "/" + index.getKey());
    }
    clock = new FakeClock(START);
    commits = new CommitTable(STACK.dynamodb(), STACK.table("IndexTable"), "opensearch-", clock);
    store = new OpenSearchStore(cluster, commits, analysis);
    index = new OpenSearchIndex(cluster, clock);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  /** Each case is a group, in titles and, under another name, in texts. */
  @Test
  void passesEveryCase() throws IOException {
    List<Case> cases = SearchCasesTest.cases().toList();
    List<String> texts = new ArrayList<>();
    List<IndexChange> changes = new ArrayList<>();
    for (int number = 0; number < cases.size(); number++) {
      for (String text : texts(cases.get(number))) {
        long id = 1_000L + texts.size();
        texts.add(text);
        changes.add(put(id, cases.get(number), "title" + number, text, ""));
        changes.add(put(id + 1_000, cases.get(number), "body" + number, "", text));
      }
    }
    apply(changes.toArray(IndexChange[]::new));

    for (int number = 0; number < cases.size(); number++) {
      for (String group : List.of("title" + number, "body" + number)) {
        assertThat(found(cases.get(number), group, texts))
            .as("%s in %s", cases.get(number).query(), group)
            .isEqualTo(Set.copyOf(cases.get(number).hit()));
      }
    }
  }

  private static List<String> texts(Case given) {
    return Stream.concat(given.hit().stream(), given.miss().stream()).toList();
  }

  private static IndexChange put(long id, Case given, String group, String title, String body) {
    return IndexChange.put(
        document(SearchKind.NOTICE, id, id, Optional.of(language(given)), group, 0, title, body));
  }

  private static Language language(Case given) {
    return given.language() == null ? Language.KO : Language.of(given.language()).orElseThrow();
  }

  private Set<String> found(Case given, String group, List<String> texts) {
    var query =
        SearchQuery.of(
            given.query(), Set.of(SearchKind.NOTICE), Set.of(language(given)), Optional.of(group));
    return Set.copyOf(
        index.newest(query, Long.MAX_VALUE, 50).stream()
            .map(hit -> texts.get((int) (hit.id() % 1_000)))
            .toList());
  }

  @Test
  void makesTheTermsThatLuceneMakes() throws IOException {
    int compared = 0;
    for (Case given : SearchCasesTest.cases().toList()) {
      for (String text : Stream.concat(Stream.of(given.query()), texts(given).stream()).toList()) {
        for (String analyzer : SearchFields.ANALYZERS) {
          String folded = Folding.fold(text);
          assertThat(opensearch(analyzer, folded))
              .as("%s of %s", analyzer, text)
              .isEqualTo(lucene(analyzer, folded));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(250);
  }

  private List<Token> opensearch(String analyzer, String text) throws IOException {
    var request = Json.MAPPER.createObjectNode().put("analyzer", analyzer).put("text", text);
    JsonNode response =
        cluster.call(SdkHttpMethod.POST, "/documents/_analyze", request.toString()).body();
    List<Token> tokens = new ArrayList<>();
    for (JsonNode token : response.required("tokens")) {
      tokens.add(
          new Token(
              token.path("token").asText(),
              token.path("start_offset").asInt(),
              token.path("end_offset").asInt(),
              token.path("position").asInt()));
    }
    return tokens;
  }

  private List<Token> lucene(String analyzer, String text) throws IOException {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzers.named(analyzer).tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var step = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += step.getPositionIncrement();
        tokens.add(new Token(term.toString(), offset.startOffset(), offset.endOffset(), position));
      }
      stream.end();
    }
    return tokens;
  }
}
