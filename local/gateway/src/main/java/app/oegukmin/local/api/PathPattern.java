package app.oegukmin.local.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a resource, with parameters as {@code {id}} and {@code {proxy+}}. */
final class PathPattern {

  /** The most exact first: text before {@code {id}} before {@code {proxy+}}, part by part. */
  static final Comparator<PathPattern> BY_EXACTNESS =
      Comparator.comparing((PathPattern pattern) -> pattern.rank)
          .thenComparing(pattern -> pattern.path);

  private final String path;
  private final String rank;
  private final Pattern regex;
  private final List<String> names = new ArrayList<>();

  PathPattern(String path) {
    this.path = path;
    StringBuilder expression = new StringBuilder();
    StringBuilder ranks = new StringBuilder();
    for (String part : path.substring(1).split("/", -1)) {
      boolean greedy = part.endsWith("+}");
      boolean parameter = part.startsWith("{");
      ranks.append(greedy ? '2' : parameter ? '1' : '0');
      expression.append('/');
      if (parameter) {
        names.add(part.substring(1, part.length() - (greedy ? 2 : 1)));
        expression.append(greedy ? "(.+)" : "([^/]+)");
      } else {
        expression.append(Pattern.quote(part));
      }
    }
    this.rank = ranks.toString();
    this.regex = Pattern.compile(expression.toString());
  }

  /** The parameters of a path, not decoded (aws §2 #5); empty when it is none of this. */
  Optional<Map<String, String>> match(String path) {
    Matcher matcher = regex.matcher(path);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      parameters.put(names.get(i), matcher.group(i + 1));
    }
    return Optional.of(parameters);
  }
}
