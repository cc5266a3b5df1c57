package app.oegukmin.crawler.site;

import app.oegukmin.shared.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All boards, as data. Each article belongs to one board: the one with the deepest folder that
 * contains it. So the official site's list of everything, whose folder contains all others, owns
 * only articles of boards that are not listed here (university admission, whose number is not
 * known, and new boards), and every type is crawled exactly once.
 */
public final class Boards {

  private static final String RESOURCE = "/boards.json";

  private final List<Board> boards;

  Boards(Collection<Board> boards) {
    this.boards = List.copyOf(boards);
  }

  /** The boards of {@code boards.json}, of the site families there are. */
  public static Boards load() {
    return load(
        Map.of("official", new OfficialSite(), "kmuciss", new CissSite(), "cs", new CsSite()));
  }

  /** The boards of {@code boards.json}, each of one of some site families. */
  static Boards load(Map<String, Site> sites) {
    try (InputStream resource = Boards.class.getResourceAsStream(RESOURCE)) {
      List<Board> boards = new ArrayList<>();
      for (JsonNode entry : Json.MAPPER.readTree(resource)) {
        boards.add(board(entry, sites));
      }
      return new Boards(boards);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
  }

  private static Board board(JsonNode entry, Map<String, Site> sites) {
    String name = entry.required("name").asText();
    Site site = sites.get(entry.required("site").asText());
    if (site == null) {
      throw new IllegalArgumentException("Board " + name + " is of an unknown site");
    }
    URI list = URI.create(entry.required("list").asText());
    Optional<String> type = Optional.ofNullable(entry.get("type")).map(JsonNode::asText);
    Office office = new Office(entry.path("department").asText(), entry.path("phone").asText());
    return new Board(name, site, list, type, office, entry.required("every").asInt());
  }

  /** Every board, in the order of the file. */
  public List<Board> all() {
    return boards;
  }

  /** The board with a name. */
  public Optional<Board> named(String name) {
    return boards.stream().filter(board -> board.name().equals(name)).findAny();
  }

  /** The addresses that an article can have on a board's host, be it listed by another board. */
  public List<URI> places(Board board, long number) {
    List<Board> neighbours =
        boards.stream()
            .filter(each -> each.site().equals(board.site()) && each.host().equals(board.host()))
            .toList();
    return board.site().places(number, neighbours);
  }

  /** Whether an article belongs to this board, even if other lists show it. */
  public boolean owns(Board board, URI article) {
    String address = article.toString();
    return boards.stream()
        .filter(each -> address.startsWith(each.folder()))
        .max(Comparator.comparingInt(each -> each.folder().length()))
        .equals(Optional.of(board));
  }
}
