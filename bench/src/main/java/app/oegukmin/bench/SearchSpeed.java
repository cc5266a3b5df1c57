package app.oegukmin.bench;

import app.oegukmin.engines.Clients;
import app.oegukmin.engines.Engine;
import app.oegukmin.engines.Engines;
import app.oegukmin.engines.Tables;
import app.oegukmin.shared.env.Environment;
import app.oegukmin.shared.language.Language;
import app.oegukmin.shared.search.IndexChange;
import app.oegukmin.shared.search.LuceneWriter;
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
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The search over made-up notices in three languages: how long it takes to write and to fetch the
 * index, how large it is, the time of a search, and what it misses that a scan finds.
 */
public final class SearchSpeed {

  private static final String BUCKET = "index";
  private static final int STEP = 5_000;
  private static final int QUERIES = 50;
  private static final int CALLS = 1_000;

  private final Random random = new Random(15);
  private final List<SearchDocument> documents = new ArrayList<>();
  private final Vocabulary words = new Vocabulary(new Random(7));

  /** Words of each language that exist nowhere else. */
  private record Vocabulary(Map<Language, List<String>> words) {

    private static final int SIZE = 4_000;

    Vocabulary(Random random) {
      this(
          Stream.of(Language.values())
              .collect(Collectors.toMap(language -> language, in -> words(in, random))));
    }

    private static List<String> words(Language language, Random random) {
      return Stream.generate(() -> word(language, random)).distinct().limit(SIZE).toList();
    }

    private static String word(Language language, Random random) {
      return switch (language) {
        case KO -> letters(random, 2 + random.nextInt(3), '가', 11_000);
        case EN_US -> letters(random, 4 + random.nextInt(6), 'a', 26);
        case ZH -> letters(random, 2, '一', 5_000);
      };
    }

    private static String letters(Random random, int count, char first, int range) {
      return random
          .ints(count, 0, range)
          .mapToObj(letter -> Character.toString(first + letter))
          .collect(Collectors.joining());
    }

    // The rarer ones come seldom, as in texts.
    String some(Language language, Random random) {
      double place = random.nextDouble();
      return words.get(language).get((int) (place * place * place * SIZE));
    }

    String text(Language language, Random random, int count) {
      return Stream.generate(() -> some(language, random))
          .limit(count)
          .collect(Collectors.joining(" "));
    }
  }

  /** Prints a table; the argument is how many notices. */
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
        new SearchSpeed().run(client, notices);
        long bytes =
            s3.listObjectsV2(list -> list.bucket(BUCKET)).contents().stream()
                .mapToLong(S3Object::size)
                .sum();
        System.out.printf("| bytes in the bucket, old segments too | %,d |%n", bytes);
      }
    }
  }

  private void run(DynamoDbClient client, int notices) throws IOException {
    Environment environment =
        new Environment(Map.of("INDEX_TABLE", "IndexTable", "INDEX_BUCKET", BUCKET));
    Clock clock = Clock.systemUTC();
    LuceneWriter writer = LuceneWriter.of(environment, client, clock);
    System.out.printf("| %,d notices in three languages | |%n|---|---|%n", notices);
    long start = System.nanoTime();
    for (int from = 0; from < notices; from += STEP) {
      writer.apply(changes(from, Math.min(from + STEP, notices)));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("| documents written a second | %,.0f |%n", documents.size() / seconds);
    start = System.nanoTime();
    writer.apply(changes(notices, notices + 3));
    System.out.printf(
        "| a batch of nine documents, s | %.2f |%n", (System.nanoTime() - start) / 1e9);
    SearchEngine engine = SearchEngine.of(environment, client, clock);
    start = System.nanoTime();
    find(engine, query(documents.getFirst()), 10);
    System.out.printf(
        "| first search: index fetched, s | %.2f |%n", (System.nanoTime() - start) / 1e9);
    measure(engine);
    recall(engine);
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "| heap, documents of this program included, MB | %,d |%n",
        (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
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
