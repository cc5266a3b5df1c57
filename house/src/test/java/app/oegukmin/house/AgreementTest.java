package app.oegukmin.house;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.Api;
import app.oegukmin.template.LambdaFunction;
import app.oegukmin.template.Route;
import app.oegukmin.template.Template;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What template.yaml says and what the code does are the same. */
class AgreementTest {

  private static final String JAX_RS = "jakarta.ws.rs.";
  private static final Pattern VARIABLE =
      Pattern.compile("\\.(?:require|optional|on|onBatch)\\(\\s*\"([A-Z_]+)\"[),]");

  private static Template template;

  @BeforeAll
  static void read() throws IOException {
    template = Repository.template();
  }

  @Test
  void everyHandlerExistsAndTakesTheEnvironment() {
    for (LambdaFunction function : template.functions()) {
      JavaClass handler = Compiled.MAIN.get(function.code().handler());
      assertThat(handler.tryGetConstructor()).as(function.logicalId()).isPresent();
      assertThat(
              handler
                  .tryGetConstructor(Map.class)
                  .or(() -> handler.tryGetConstructor(Map.class, Clock.class)))
          .as(function.logicalId())
          .isPresent();
      assertThat(
              handler.isAssignableTo(RequestStreamHandler.class)
                  || handler.isAssignableTo(RequestHandler.class))
          .as(function.logicalId())
          .isTrue();
    }
  }

  @Test
  void theMakefileBuildsEveryFunctionOfItsModule() {
    String makefile = Repository.read(Repository.ROOT.resolve("Makefile"));
    for (LambdaFunction function : template.functions()) {
      String id = function.logicalId();
      String module = function.code().uri();
      Pattern rule =
          Pattern.compile("(?m)^build-.*\\b" + id + "\\b.*\\n\\tcp -R " + module + "/target");
      boolean byName =
          module.equals("functions/" + id.toLowerCase(Locale.ROOT).replace("function", ""));
      assertThat(byName || rule.matcher(makefile).find()).as(id).isTrue();
    }
  }

  /** The runtime brings its serializers; they load joda-time for every event class. */
  @Test
  void noFunctionShipsWhatTheRuntimeBringsOrLacksWhatItNeeds() throws IOException {
    for (LambdaFunction function : template.functions()) {
      List<String> jars = Repository.packaged(function);
      assertThat(jars)
          .as(function.logicalId())
          .noneMatch(jar -> jar.startsWith("aws-lambda-java-serialization"))
          .noneMatch(jar -> jar.startsWith("aws-lambda-java-runtime"));
      if (jars.stream().anyMatch(jar -> jar.startsWith("aws-lambda-java-events"))) {
        assertThat(jars).as(function.logicalId()).anyMatch(jar -> jar.startsWith("joda-time"));
      }
    }
  }

  @Test
  void everyRouteIsServedAndNothingElseIs() {
    Set<String> listed = new TreeSet<>();
    template.api().orElseThrow().routes().forEach(r -> listed.add(r.method() + " " + r.path()));
    Set<String> served = new TreeSet<>();
    Compiled.MAIN.stream()
        .filter(type -> type.isAnnotatedWith(JAX_RS + "Path"))
        .forEach(type -> type.getMethods().forEach(method -> served.addAll(served(type, method))));
    assertThat(served).isNotEmpty().isEqualTo(listed);
  }

  private static List<String> served(JavaClass type, JavaMethod method) {
    String path = path(type) + (method.isAnnotatedWith(JAX_RS + "Path") ? path(method) : "");
    return Stream.of("GET", "POST", "PUT", "DELETE")
        .filter(verb -> method.isAnnotatedWith(JAX_RS + verb))
        .map(verb -> verb + " " + path)
        .toList();
  }

  private static String path(JavaClass type) {
    return type.getAnnotationOfType(JAX_RS + "Path").get("value").orElseThrow().toString();
  }

  private static String path(JavaMethod method) {
    return method.getAnnotationOfType(JAX_RS + "Path").get("value").orElseThrow().toString();
  }

  @Test
  void everyRouteButTheOneTheAppStartsWithHasAnAuthorizerOfTheApi() {
    Api api = template.api().orElseThrow();
    List<String> names = api.authorizers().stream().map(a -> a.name()).toList();
    List<String> open = new ArrayList<>();
    for (Route route : api.routes()) {
      route
          .authorizer()
          .ifPresentOrElse(
              authorizer -> assertThat(authorizer).as(route.path()).isIn(names),
              () -> open.add(route.path()));
    }
    // Whatever refuses a call there keeps the app from starting (contract §1.2).
    assertThat(open).containsExactly("/api/menu/daily");
  }

  /** Of a module, for its functions share classes. */
  @Test
  void everyVariableIsReadAndEveryVariableReadIsThere() {
    Map<String, Set<String>> given = new TreeMap<>();
    for (LambdaFunction function : template.functions()) {
      given
          .computeIfAbsent(function.code().uri(), uri -> new TreeSet<>())
          .addAll(function.environment().keySet());
    }
    given.forEach(
        (module, variables) -> {
          Set<String> read = new TreeSet<>();
          Repository.sources().stream()
              .filter(file -> file.toString().contains("/" + module + "/src/main/"))
              .forEach(file -> read.addAll(variables(file)));
          // The SDK's and the JVM's own, and what shared reads for all that use cache or index.
          variables.removeIf(name -> name.matches("AWS_.*|JAVA_.*|CACHE_.*|INDEX_(TABLE|BUCKET)"));
          variables.removeAll(Set.of("SEARCH_ENGINE", "OPENSEARCH_URL"));
          read.removeIf(name -> name.startsWith("CACHE_"));
          assertThat(read).as(module).isEqualTo(variables);
        });
  }

  @Test
  void everyHandlerIsGivenWhatItReadsItself() {
    for (LambdaFunction function : template.functions()) {
      String source = "/" + function.code().handler().replace('.', '/') + ".java";
      Repository.sources().stream()
          .filter(file -> file.toString().endsWith(source))
          .forEach(
              file ->
                  assertThat(function.environment().keySet())
                      .as(function.logicalId())
                      .containsAll(variables(file)));
    }
  }

  private static Set<String> variables(Path source) {
    return VARIABLE
        .matcher(Repository.read(source))
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @DisplayName("D-F2: the shipped app never refreshes, so its token lives 30 days")
  @CsvSource({"legacy, 0, 43200", "strict, 0, 30", "legacy, 60, 60", "strict, 60, 60"})
  void whoSignsAndWhoRotatesKeysKnowOneLifetime(String mode, String asked, String minutes)
      throws IOException {
    Template deployed =
        Repository.template(Map.of("SignInMode", mode, "AccessTokenMinutes", asked));
    for (String function : List.of("UserFunction", "KeysFunction")) {
      assertThat(deployed.function(function).environment())
          .as(function)
          .containsEntry("ACCESS_TOKEN_MINUTES", minutes);
    }
  }
}
