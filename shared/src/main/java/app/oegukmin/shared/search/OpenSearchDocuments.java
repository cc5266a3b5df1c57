package app.oegukmin.shared.search;

import app.oegukmin.shared.json.Json;
import app.oegukmin.shared.language.Language;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Turns documents into OpenSearch's, and what was found back into hits. */
final class OpenSearchDocuments {

  /** What is kept of a document beside its terms: what a hit needs, and no text. */
  static final List<String> KEPT = List.of(SearchFields.KIND, SearchFields.ID, SearchFields.LIST);

  private OpenSearchDocuments() {}

  /** What an index is made with. One part, so that scores compare all documents. */
  static ObjectNode index(Analysis analysis) {
    ObjectNode index = Json.MAPPER.createObjectNode();
    ObjectNode settings = index.putObject("settings");
    settings.set("analysis", analysis.settings());
    settings.put("number_of_shards", 1);
    settings.put("auto_expand_replicas", "0-1");
    // Longer than a writer lives: until then the number of a deletion refuses older writers.
    settings.put("index.gc_deletes", "10m");
    ObjectNode mappings = index.putObject("mappings");
    mappings.put("dynamic", "strict");
    KEPT.forEach(mappings.putObject("_source").putArray("includes")::add);
    fields(mappings.putObject("properties"));
    return index;
  }

  private static void fields(ObjectNode fields) {
    for (String word : List.of(SearchFields.KIND, SearchFields.LANGUAGE, SearchFields.GROUP)) {
      fields.putObject(word).put("type", "keyword");
    }
    for (String number : List.of(SearchFields.ID, SearchFields.LIST)) {
      fields.putObject(number).put("type", "long");
    }
    fields.putObject(SearchFields.DATE).put("type", "date").put("format", "epoch_millis");
    for (String analyzer : SearchFields.ANALYZERS) {
      for (String field : List.of(SearchFields.title(analyzer), SearchFields.body(analyzer))) {
        fields.putObject(field).put("type", "text").put("analyzer", analyzer);
      }
    }
  }

  /**
   * The lines of a bulk request that make a change.
   *
   * @param version a change with a lower one has no effect afterwards, and neither has this one
   *     where there was a higher one
   */
  static String lines(IndexChange change, long version) {
    ObjectNode action = Json.MAPPER.createObjectNode();
    action
        .putObject(change.document().isPresent() ? "index" : "delete")
        .put("_id", change.key())
        .put("version", version)
        .put("version_type", "external");
    return action + "\n" + change.document().map(document -> document(document) + "\n").orElse("");
  }

  private static ObjectNode document(SearchDocument document) {
    ObjectNode fields = Json.MAPPER.createObjectNode();
    fields.put(SearchFields.KIND, document.kind().name());
    fields.put(SearchFields.ID, document.id());
    fields.put(SearchFields.LIST, document.list());
    fields.put(SearchFields.DATE, document.date());
    fields.put(SearchFields.GROUP, SearchFields.group(document.group()));
    fields.put(
        SearchFields.LANGUAGE,
        document.language().map(Language::name).orElse(SearchFields.ANY_LANGUAGE));
    for (String analyzer : SearchFields.analyzers(document.title() + document.body())) {
      fields.put(SearchFields.title(analyzer), document.title());
      fields.put(SearchFields.body(analyzer), document.body());
    }
    return fields;
  }

  static SearchHit hit(JsonNode found) {
    JsonNode fields = found.path("_source");
    return new SearchHit(
        SearchKind.valueOf(fields.path(SearchFields.KIND).asText()),
        fields.path(SearchFields.ID).asLong(),
        fields.path(SearchFields.LIST).asLong(),
        found.path("_score").asDouble());
  }
}
