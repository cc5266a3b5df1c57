package app.oegukmin.local.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.template.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {

  private final Routes routes =
      new Routes(
          Stream.of(
                  "GET /",
                  "GET /a/{id}",
                  "GET /a/list",
                  "POST /a/{id}",
                  "GET /a/{id}/b",
                  "GET /a/{proxy+}",
                  "ANY /c",
                  "GET /c")
              .map(line -> line.split(" ", -1))
              .map(line -> TestApi.route(line[0], line[1], null))
              .toList());

  @ParameterizedTest
  @CsvSource({
    "GET, /, GET /",
    "GET, /a/list, GET /a/list",
    "GET, /a/list/, GET /a/list",
    "GET, /a/1, GET /a/{id}",
    "GET, /a/1/b, GET /a/{id}/b",
    "GET, /a/1/c, GET /a/{proxy+}",
    "GET, /c, GET /c",
    "PUT, /c, ANY /c",
    "POST, /a/list, ",
    "GET, /a, ",
    "GET, /A/list, ",
  })
  void takesTheMostExactResourceAndThenItsMethod(String method, String path, String expected) {
    assertThat(routes.find(method, path).map(Routes.Match::route).map(RoutesTest::name))
        .isEqualTo(Optional.ofNullable(expected));
  }

  private static String name(Route route) {
    return route.method() + " " + route.path();
  }

  @ParameterizedTest
  @CsvSource({"/a/1, id=1", "/a/x%2Fy, id=x%2Fy", "/a/1/c/d, proxy=1/c/d"})
  void namesTheParameters(String path, String parameter) {
    List<String> parameters =
        routes.find("GET", path).orElseThrow().parameters().entrySet().stream()
            .map(Object::toString)
            .toList();
    assertThat(parameters).containsExactly(parameter);
  }
}
