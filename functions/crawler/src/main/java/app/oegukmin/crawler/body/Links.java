package app.oegukmin.crawler.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes links of all that leads somewhere: of anchors, of areas of image maps, and of elements
 * whose script opens an address. Where only a script of the page knows the way, a link leads to the
 * page.
 */
final class Links {

  private static final String GO = "바로가기";

  /** More scripts and maps than a notice has; each costs a walk through its surroundings. */
  private static final int MOST = 300;

  private Links() {}

  /** Makes the links of a page's body. */
  static void open(Document page, Parts body) {
    String address = page.location();
    bringMaps(page, body).forEach(map -> list(map, address));
    body.of("map").forEach(map -> list(map, address));
    body.with("onclick").stream()
        .filter(each -> !each.nameIs("a") && !each.nameIs("area"))
        .limit(MOST)
        .forEach(Links::wrap);
    body.of("a").forEach(link -> anchor(link, address));
  }

  // Maps may lie elsewhere on their page; they come behind the images that they belong to.
  private static List<Element> bringMaps(Document page, Parts body) {
    List<Element> images = body.with("usemap");
    Map<String, Element> here = maps(body.of("map"));
    Map<String, Element> all = images.isEmpty() ? Map.of() : maps(page.select("map"));
    List<Element> brought = new ArrayList<>();
    for (Element image : images) {
      String name = image.attr("usemap").replaceFirst("^[^#]*#", "").toLowerCase(Locale.ROOT);
      Element map = all.get(name);
      if (map != null && here.putIfAbsent(name, map) == null && image.parent() != null) {
        brought.add(map.clone());
        image.after(brought.getLast());
      }
    }
    return brought;
  }

  private static Map<String, Element> maps(List<Element> each) {
    Map<String, Element> maps = new HashMap<>();
    for (Element map : each) {
      maps.putIfAbsent(map.attr("name").toLowerCase(Locale.ROOT), map);
      maps.putIfAbsent(map.id().toLowerCase(Locale.ROOT), map);
    }
    return maps;
  }

  private static void anchor(Element link, String page) {
    Optional<String> target = target(link, page).or(() -> Address.of(link, "href"));
    target.ifPresentOrElse(to -> link.attr("href", to), () -> link.removeAttr("href"));
  }

  private static Optional<String> target(Element element, String page) {
    return Target.of(element).or(() -> Target.acts(element) ? Optional.of(page) : Optional.empty());
  }

  // The app shows no maps: their areas become a list of links.
  private static void list(Element map, String page) {
    Set<String> listed = new HashSet<>();
    for (Element area : map.select("area")) {
      Optional<String> target = target(area, page).filter(listed::add);
      if (target.isPresent()) {
        String name = area.attr("alt").isBlank() ? area.attr("title") : area.attr("alt");
        map.appendChild(ArticleBody.link(target.get(), name.isBlank() ? GO : name));
        map.appendChild(new Element("br"));
      }
    }
    map.tagName("div");
  }

  private static void wrap(Element element) {
    Optional<String> target = Target.of(element);
    if (target.isEmpty() || element.closest("a[href]") != null) {
      return;
    }
    Element link = new Element("a").attr("href", target.get());
    if (element.nameIs("img")) {
      element.replaceWith(link);
      link.appendChild(element);
    } else if (element.selectFirst("a, td, th, li") != null) {
      cell(element).appendChild(link.text(GO));
    } else {
      link.insertChildren(0, List.copyOf(element.childNodes()));
      element.appendChild(link.hasText() || link.selectFirst("img") != null ? link : link.text(GO));
    }
  }

  // Of tables and lists only cells and items hold links.
  private static Element cell(Element element) {
    Element cell = element.selectFirst("td, th, li");
    return cell == null ? element : cell;
  }
}
