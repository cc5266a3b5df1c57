package app.oegukmin.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.spi.SLF4JServiceProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The rules of CONTRIBUTING.md, held by a machine. */
class HouseTest {

  private static final String APP = "app.oegukmin..";
  private static final String[] FUNCTIONS = Repository.functions();
  private static final String[] GATEWAY = {
    "app.oegukmin.local.api",
    "app.oegukmin.local.event",
    "app.oegukmin.local.function",
    "app.oegukmin.local.socket"
  };

  // What the template of another product would not have.
  private static final Pattern PRODUCT =
      Pattern.compile("(?i)notice|menu|board|campus|crawl|translat|deepl|firebase|kookmin");

  @Test
  void everyFunctionIsLookedAt() {
    assertThat(FUNCTIONS).hasSizeGreaterThan(9);
    for (String function : FUNCTIONS) {
      assertThat(Compiled.MAIN.that(resideInAPackage(function))).as(function).isNotEmpty();
    }
  }

  @Test
  void functionsDoNotKnowEachOther() {
    for (String function : FUNCTIONS) {
      String[] others =
          List.of(FUNCTIONS).stream().filter(f -> !f.equals(function)).toArray(String[]::new);
      check(
          noClasses()
              .that()
              .resideInAPackage(function)
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others));
    }
  }

  @Test
  void sharedKnowsNoFunction() {
    check(
        noClasses()
            .that()
            .resideInAPackage("app.oegukmin.shared..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FUNCTIONS));
  }

  /** They are loaded as packaged, by what the template says. */
  @Test
  void whatRunsFunctionsHereKnowsNone() {
    check(
        noClasses()
            .that()
            .resideInAPackage("app.oegukmin.local..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FUNCTIONS));
  }

  @Test
  void theLocalGatewayKnowsAwsAndNoProduct() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(GATEWAY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("app.oegukmin.shared..")
            .orShould()
            .dependOnClassesThat(
                resideInAPackage("app.oegukmin.local..").and(not(resideInAnyPackage(GATEWAY)))));
    for (Path source : Repository.sources()) {
      if (source.toString().contains("/local/gateway/")) {
        assertThat(Repository.read(source)).as("%s", source).doesNotContainPattern(PRODUCT);
      }
    }
  }

  /** Only local/run knows the names of this product's tables and keys. */
  @Test
  void standInsKnowNothingShared() {
    check(
        noClasses()
            .that()
            .resideInAPackage("app.oegukmin.local..")
            .and()
            .resideOutsideOfPackage("app.oegukmin.local.run..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("app.oegukmin.shared.."));
  }

  /** So that every stand-in can be made to fail. */
  @Test
  void standInsAreServedByTheLoopbackServer() {
    check(
        noClasses()
            .that()
            .resideInAPackage("app.oegukmin.local..")
            .and()
            .doNotHaveFullyQualifiedName("app.oegukmin.local.standin.LoopbackServer")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpServer.class));
  }

  /** It names the function, without which no policy is asked on one machine. */
  @Test
  void clientsOfDynamoDbAreMadeInOnePlace() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(product())
            .and()
            .doNotHaveFullyQualifiedName("app.oegukmin.shared.dynamo.Dynamo")
            .should()
            .callMethod(DynamoDbClient.class, "builder")
            .orShould()
            .callMethod(DynamoDbClient.class, "create"));
  }

  @Test
  void packagesHaveNoCycles() {
    check(slices().matching("app.oegukmin.(**)").should().beFreeOfCycles());
  }

  /** So that attributes are written and read through records, and what is not lies in one place. */
  @Test
  void onlySharedDynamoKnowsItemsAndRequestsOfDynamoDb() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(product())
            .and()
            .resideOutsideOfPackage("app.oegukmin.shared.dynamo")
            .should()
            .dependOnClassesThat(
                resideInAPackage("software.amazon.awssdk.services.dynamodb.model..")
                    .and(not(assignableTo(DynamoDbException.class)))));
  }

  @Test
  void rulesKnowNeitherTheNetworkNorHttp() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Service")
            .and()
            .resideInAnyPackage(FUNCTIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "jakarta.ws..", "redis..", "org.jsoup.."));
  }

  @Test
  void theHttpEdgeKnowsNoStore() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "redis..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Table"));
  }

  @Test
  void whatGoesOverTheWireIsARecord() {
    check(
        classes()
            .that()
            .haveSimpleNameEndingWith("Request")
            .or()
            .haveSimpleNameEndingWith("View")
            .and()
            .resideInAnyPackage(FUNCTIONS)
            .should()
            .beRecords());
  }

  @Test
  void pagesArePure() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("Page")
            .and()
            .resideInAnyPackage(FUNCTIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "java.net.http..", "redis.."));
  }

  @Test
  void noNameSaysNothing() {
    check(
        noClasses()
            .that()
            .resideInAPackage(APP)
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Base")
            .orShould()
            .haveSimpleNameEndingWith("Common"));
  }

  @Test
  void timeComesInThroughConstructors() {
    for (Class<?> type : List.of(Instant.class, LocalDate.class, LocalDateTime.class)) {
      check(noClasses().that().resideInAnyPackage(product()).should().callMethod(type, "now"));
    }
  }

  @Test
  void onlyHandlersReadTheEnvironment() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(product())
            .and()
            .haveSimpleNameNotEndingWith("Handler")
            // Made by the service loader, as handlers are by Lambda: nobody could hand it a map.
            .and()
            .doNotImplement(SLF4JServiceProvider.class)
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class));
  }

  @Test
  void everyHandlerGivesItsLogLinesTheirContext() {
    check(
        classes()
            .that()
            .haveSimpleNameEndingWith("Handler")
            .and()
            .resideInAnyPackage(FUNCTIONS)
            .should()
            .callMethodWhere(
                target(owner(simpleName("LogContext")))
                    .or(target(owner(simpleName("JerseyApi"))))));
  }

  private static String[] product() {
    return List.of("app.oegukmin.shared..", String.join(",", FUNCTIONS)).stream()
        .flatMap(packages -> List.of(packages.split(",")).stream())
        .toArray(String[]::new);
  }

  private static void check(ArchRule rule) {
    rule.check(Compiled.MAIN);
  }
}
