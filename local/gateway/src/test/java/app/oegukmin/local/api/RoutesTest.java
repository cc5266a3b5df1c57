package app.oegukmin.local.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.oegukmin.template.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
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

  @ParameterizedTest
  @DisplayName("Siblings have one name, as API Gateway demands at deployment (M)")
  @CsvSource({"/a/{id}, /a/{name}", "/a/{id}/b, /a/{name}/c", "/a/{x}/b/{id}, /a/{x}/b/{y}"})
  void refusesSiblingsWithTwoNames(String one, String other) {
    List<Route> siblings =
        Stream.of(one, other).map(path -> TestApi.route("GET", path, null)).toList();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Routes(siblings))
        .withMessageContaining(other)
        .withMessageContaining("one name");
  }

  @ParameterizedTest
  @CsvSource({"/a/{id}, /a/{id}/b", "/a/{id}, /b/{name}", "/a/{x}/b, /a/{x}/c/{y}"})
  void takesOthers(String one, String other) {
    assertThat(
            new Routes(Stream.of(one, other).map(p -> TestApi.route("GET", p, null)).toList())
                .find("GET", one))
        .isPresent();
  }
}
