package app.oegukmin.shared.limit;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.LocalNames;
import app.oegukmin.template.Route;
import app.oegukmin.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The catalogue's routes and template.yaml's are the same. */
class RouteLimitsTest {

  private static List<Route> routes;

  @BeforeAll
  static void read() throws IOException {
    Path file = Path.of(System.getProperty("project.root"), "template.yaml");
    LocalNames names = new LocalNames("", URI.create("http://127.0.0.1:9324"));
    routes = Template.read(file, Map.of("Local", "true"), names).api().orElseThrow().routes();
  }

  @Test
  void everyRouteOfTheCatalogueIsInTheTemplate() {
    Set<String> listed =
        routes.stream().map(RouteLimitsTest::name).collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).containsAll(RouteLimits.own());
  }

  @Test
  void aMembersRouteIsLimitedByMember() {
    for (Route route : routes) {
      if (route.authorizer().equals(Optional.of("Member"))) {
        assertThat(limits(route, true))
            .as(name(route))
            .contains(Limit.MEMBER_REQUESTS)
            .allMatch(limit -> limit.subject() == Subject.Kind.USER);
      }
    }
  }

  @Test
  void aPublicRouteIsLimitedByAddressUntilItsCallerIsKnown() {
    for (Route route : routes) {
      if (route.authorizer().equals(Optional.of("Guest"))) {
        assertThat(limits(route, false))
            .as(name(route))
            .contains(Limit.GUEST_REQUESTS)
            .allMatch(limit -> limit.subject() == Subject.Kind.IP);
      }
    }
  }

  @Test
  void aDecisionIsOverOneSubject() {
    for (String route : RouteLimits.own()) {
      String[] parts = route.split(" ", 2);
      assertThat(RouteLimits.of(parts[0], parts[1], true))
          .extracting(Limit::subject)
          .as(route)
          .containsOnly(RouteLimits.of(parts[0], parts[1], true).getFirst().subject());
    }
  }

  @Test
  @DisplayName("D-S13, F-1: speech, sign-in and sign-up have limits of their own, token or not")
  void dS13_limitsWhatIsExpensiveAndAnonymous() {
    for (boolean member : new boolean[] {true, false}) {
      assertThat(RouteLimits.of("POST", "/api/speech/test", member)).contains(Limit.SPEECH);
      assertThat(RouteLimits.of("POST", "/api/user/signin", member))
          .contains(Limit.SIGN_IN_ADDRESS);
      assertThat(RouteLimits.of("POST", "/api/user/signup", member))
          .contains(Limit.SIGN_UP_ADDRESS);
    }
  }

  @Test
  @DisplayName("D-S13: the chatbot has limits by the minute and by the day")
  void dS13_limitsTheChatbot() {
    assertThat(RouteLimits.of("POST", "/api/chatbot", true))
        .contains(Limit.CHATBOT_MINUTE, Limit.CHATBOT_DAY);
  }

  private static List<Limit> limits(Route route, boolean member) {
    return RouteLimits.of(route.method(), route.path(), member);
  }

  private static String name(Route route) {
    return route.method() + " " + route.path();
  }
}
