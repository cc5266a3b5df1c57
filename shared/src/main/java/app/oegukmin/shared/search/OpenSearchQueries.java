package app.oegukmin.shared.search;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.stream.Stream;

/** Turns queries into requests to OpenSearch. No text of a query is ever parsed. */
final class OpenSearchQueries {

  private OpenSearchQueries() {}

  /** A request for the newest of what has every word, one document for each list id. */
  static ObjectNode newest(SearchQuery query, long before, int size) {
    ObjectNode request = request(size);
    matching(query, "must", before, request.putObject("query").putObject("bool"));
    request.putArray("sort").addObject().put(SearchFields.LIST, "desc");
    request.putObject("collapse").put("field", SearchFields.LIST);
    return request;
  }

  /** A request for what has every word, the better first. */
  static ObjectNode ranked(SearchQuery query, Instant now, int size) {
    ObjectNode request = request(size);
    ObjectNode ranked = request.putObject("query").putObject("bool");
    matching(query, "must", Long.MAX_VALUE, ranked.putObject("must").putObject("bool"));
    ArrayNode better = ranked.putArray("should");
    word(String.join(" ", query.words()), SearchFields.EXACT_BOOST, better.addObject());
    better
        .addObject()
        .putObject("distance_feature")
        .put("field", SearchFields.DATE)
        .put("origin", Long.toString(now.toEpochMilli()))
        .put("pivot", SearchFields.HALF_AGE.toDays() + "d")
        .put("boost", SearchFields.NEW_BOOST);
    return request;
  }

  /** A request for what has some word, the more and the rarer the better. */
  static ObjectNode related(SearchQuery query, int size) {
    ObjectNode request = request(size);
    ObjectNode some = request.putObject("query").putObject("bool");
    matching(query, "should", Long.MAX_VALUE, some);
    some.put("minimum_should_match", 1);
    return request;
  }

  private static ObjectNode request(int size) {
    ObjectNode request = Json.MAPPER.createObjectNode();
    OpenSearchDocuments.KEPT.forEach(request.putArray("_source")::add);
    return request.put("size", size).put("track_total_hits", false);
  }

  private static void matching(SearchQuery query, String occur, long before, ObjectNode bool) {
    ArrayNode words = bool.putArray(occur);
    query.words().forEach(word -> word(word, 1, words.addObject()));
    ArrayNode filters = bool.putArray("filter");
    filters.addObject().putObject("range").putObject(SearchFields.LIST).put("lt", before);
    terms(filters, SearchFields.KIND, query.kinds().stream().map(SearchKind::name));
    if (!query.languages().isEmpty()) {
      Stream<String> languages = query.languages().stream().map(Language::name);
      terms(
          filters,
          SearchFields.LANGUAGE,
          Stream.concat(Stream.of(SearchFields.ANY_LANGUAGE), languages));
    }
    query
        .group()
        .map(SearchFields::group)
        .ifPresent(group -> terms(filters, SearchFields.GROUP, Stream.of(group)));
  }

  private static void terms(ArrayNode filters, String field, Stream<String> values) {
    values.forEach(filters.addObject().putObject("terms").putArray(field)::add);
  }

  private static void word(String word, float boost, ObjectNode clause) {
    ObjectNode best = clause.putObject("dis_max").put("boost", boost);
    ArrayNode ways = best.putArray("queries");
    WordWay.of(word).forEach(way -> way(way, ways.addObject()));
  }

  private static void way(WordWay way, ObjectNode clause) {
    ObjectNode field =
        switch (way.kind()) {
          case PHRASE ->
              clause.putObject("match_phrase").putObject(way.field()).put("query", way.text());
          case BEGINNING ->
              clause.putObject("prefix").putObject(way.field()).put("value", way.text());
          // Letters and digits alone: nothing in it means something else here.
          case END ->
              clause.putObject("wildcard").putObject(way.field()).put("value", "*" + way.text());
        };
    field.put("boost", way.boost());
  }
}
