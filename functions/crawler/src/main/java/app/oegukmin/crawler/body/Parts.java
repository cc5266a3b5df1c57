package app.oegukmin.crawler.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The elements of a body that become others, found in one walk through it. */
final class Parts {

  private static final List<String> ATTRIBUTES = List.of("style", "class", "onclick", "usemap");

  private final Map<String, List<Element>> found = new HashMap<>();

  Parts(Element body) {
    for (Element each : body.getAllElements()) {
      add(each.normalName(), each);
      for (String attribute : each.attributesSize() == 0 ? List.<String>of() : ATTRIBUTES) {
        if (each.hasAttr(attribute)) {
          add(key(attribute), each);
        }
      }
    }
  }

  private static String key(String attribute) {
    return "@" + attribute;
  }

  private void add(String key, Element element) {
    found.computeIfAbsent(key, none -> new ArrayList<>()).add(element);
  }

  /** The elements of some tags. */
  List<Element> of(String... tags) {
    return Arrays.stream(tags).flatMap(tag -> found.getOrDefault(tag, List.of()).stream()).toList();
  }

  /** The elements with an attribute: style, class, onclick or usemap. */
  List<Element> with(String attribute) {
    return List.copyOf(found.getOrDefault(key(attribute), List.of()));
  }

  /** Gives an element a style, behind those that it has. */
  void style(Element element, String style) {
    if (!element.hasAttr("style")) {
      add(key("style"), element);
    }
    element.attr("style", element.attr("style") + ";" + style);
  }
}
