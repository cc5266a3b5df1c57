package app.oegukmin.bench;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.OpenSearchServer;
import app.oegukmin.engines.Tables;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.IndexChange;
import app.oegukmin.shared.search.IndexStore;
import app.oegukmin.shared.search.SearchDocument;
import app.oegukmin.shared.search.SearchEngine;
import app.oegukmin.shared.search.SearchHit;
import app.oegukmin.shared.search.SearchKind;
import app.oegukmin.shared.search.SearchQuery;
import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The search over made-up notices in three languages: how long it takes to write and to fetch the
 * index, how large it is, the time of a search, and what it misses that a scan finds; by Lucene,
 * and by OpenSearch where it was built.
 */
public final class SearchSpeed {

  private static final String BUCKET = "index";
  private static final int STEP = 5_000;
  private static final int QUERIES = 50;
  private static final int CALLS = 1_000;

  private final Random random = new Random(15);
  private final List<SearchDocument> documents = new ArrayList<>();
  private final Vocabulary words = new Vocabulary(new Random(7));

  /** Prints a table for each engine that was built; with a number of notices for Lucene alone. */
  public static void main(String[] arguments) throws Exception {
    int notices = arguments.length == 0 ? 30_000 : Integer.parseInt(arguments[0]);
    Path root = Path.of(System.getProperty("project.root"));
    Path work = Files.createDirectories(root.resolve("bench/target/search"));
    try (Engines engines =
        Engines.start(Set.of(Engine.DYNAMODB, Engine.S3), Optional.empty(), work)) {
      engines.sdkProperties().forEach(System::setProperty);
      DynamoDbClient client = Clients.dynamodb(engines.dynamodb());
      LocalNames names = new LocalNames("", URI.create("http://sqs.invalid"));
      Path file = root.resolve("template.yaml");
      Tables.createMissing(client, Template.read(file, Map.of("Local", "true"), names).tables());
      try (var s3 = Clients.s3(engines.s3())) {
        s3.createBucket(create -> create.bucket(BUCKET));
        lucene(client, notices);
        long bytes =
            s3.listObjectsV2(list -> list.bucket(BUCKET)).contents().stream()
                .mapToLong(S3Object::size)
                .sum();
        System.out.printf("| bytes in the bucket, old segments too | %,d |%n", bytes);
      }
      if (arguments.length == 0
          && Files.isDirectory(root.resolve("local/opensearch/target/opensearch"))) {
        openSearch(client, notices, work);
      }
    }
  }

  private static void lucene(DynamoDbClient client, int notices) throws Exception {
    System.out.printf("| Lucene, %,d notices in three languages | |%n|---|---|%n", notices);
    var environment = new Environment(Map.of("INDEX_TABLE", "IndexTable", "INDEX_BUCKET", BUCKET));
    new SearchSpeed().run(environment, client, notices);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "| heap, documents of this program included, MB | %,d |%n",
        (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
  }

  private static void openSearch(DynamoDbClient client, int notices, Path work) throws Exception {
    Path data = Files.createTempDirectory(work, "opensearch");
    try (OpenSearchServer server = OpenSearchServer.start(data, work)) {
      System.out.printf("%n| OpenSearch, %,d notices | |%n|---|---|%n", notices);
      var environment =
          new Environment(
              Map.of(
                  "SEARCH_ENGINE", "opensearch",
                  "OPENSEARCH_URL", server.uri().toString(),
                  "INDEX_TABLE", "IndexTable"));
      new SearchSpeed().run(environment, client, notices);
      System.out.printf("| memory of its process, MB | %,d |%n", resident(server.pid()));
    }
  }

  /** What a process has in memory, as Linux tells it. */
  private static long resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_000)
        .findFirst()
        .orElse(0);
  }

  private void run(Environment environment, DynamoDbClient client, int notices) throws Exception {
    Clock clock = Clock.systemUTC();
    IndexStore store = IndexStore.of(environment, client, clock);
    long start = System.nanoTime();
    for (int from = 0; from < notices; from += STEP) {
      List<IndexChange> some = changes(from, Math.min(from + STEP, notices));
      store.apply(() -> some);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("| documents written a second | %,.0f |%n", documents.size() / seconds);
    List<IndexChange> batch = changes(notices, notices + 3);
    start = System.nanoTime();
    store.apply(() -> batch);
    System.out.printf(
        "| a batch of nine documents, s | %.2f |%n", (System.nanoTime() - start) / 1e9);
    SearchEngine engine = SearchEngine.of(environment, client, clock);
    start = System.nanoTime();
    find(engine, query(documents.getFirst()), 10);
    System.out.printf("| first search, s | %.2f |%n", (System.nanoTime() - start) / 1e9);
    visibility(engine, store, notices + 3);
    measure(engine);
    recall(engine);
  }

  private void visibility(SearchEngine engine, IndexStore store, int number) throws Exception {
    List<IndexChange> batch = changes(number, number + 1);
    SearchDocument last = documents.getLast();
    SearchQuery query = query(last.language().orElseThrow(), last.title());
    long start = System.nanoTime();
    store.apply(() -> batch);
    while (find(engine, query, 1).stream().noneMatch(hit -> hit.id() == last.id())) {
      Thread.sleep(50);
    }
    System.out.printf(
        "| from a change to its visibility, s | %.1f |%n", (System.nanoTime() - start) / 1e9);
  }

  private List<IndexChange> changes(int from, int to) {
    List<IndexChange> changes = new ArrayList<>();
    for (int number = from; number < to; number++) {
      for (Language language : Language.values()) {
        SearchDocument document = document(number, language);
        documents.add(document);
        changes.add(IndexChange.put(document));
      }
    }
    return changes;
  }

  private SearchDocument document(int number, Language language) {
    long id = number * 4L + language.code();
    return new SearchDocument(
        SearchKind.NOTICE,
        id,
        id,
        Optional.of(language),
        "학사공지",
        number * 60_000L,
        words.text(language, random, 8),
        words.text(language, random, 60));
  }

  private SearchQuery query(SearchDocument document) {
    String[] some = document.body().split(" ", -1);
    return query(document.language().orElseThrow(), some[random.nextInt(some.length)]);
  }

  private static SearchQuery query(Language language, String word) {
    return SearchQuery.of(word, Set.of(SearchKind.NOTICE), Set.of(language), Optional.empty());
  }

  private static List<SearchHit> find(SearchEngine engine, SearchQuery query, int limit) {
    return engine.index().newest(query, Long.MAX_VALUE, limit);
  }

  private void measure(SearchEngine engine) {
    double[] millis = new double[CALLS];
    for (int call = -CALLS / 4; call < CALLS; call++) {
      SearchQuery query = query(documents.get(random.nextInt(documents.size())));
      long start = System.nanoTime();
      find(engine, query, 20);
      if (call >= 0) {
        millis[call] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "| a search, p50 and p99, ms | %.2f, %.2f |%n",
        millis[CALLS / 2], millis[CALLS * 99 / 100]);
  }

  private void recall(SearchEngine engine) {
    long there = 0;
    long found = 0;
    for (int i = 0; i < QUERIES; i++) {
      SearchDocument one = documents.get(random.nextInt(documents.size()));
      String[] some = one.body().split(" ", -1);
      String word = some[random.nextInt(some.length)];
      Language language = one.language().orElseThrow();
      Set<Long> scanned =
          documents.stream()
              .filter(document -> document.language().equals(one.language()))
              .filter(document -> has(document, word))
              .map(SearchDocument::id)
              .collect(Collectors.toSet());
      Set<Long> hits =
          find(engine, query(language, word), documents.size()).stream()
              .map(SearchHit::id)
              .collect(Collectors.toCollection(HashSet::new));
      hits.retainAll(scanned);
      there += scanned.size();
      found += hits.size();
    }
    System.out.printf(
        "| found of what a scan finds, %d queries | %,d of %,d |%n", QUERIES, found, there);
  }

  private static boolean has(SearchDocument document, String word) {
    String text = " " + document.title() + " " + document.body() + " ";
    return text.contains(" " + word + " ");
  }
}
