package app.oegukmin.shared.search;

import java.util.Optional;

/**
 * What a document is to become.
 *
 * @param key the document's name in the index
 * @param document as it is to be; empty when it is to be gone
 */
public record IndexChange(String key, Optional<SearchDocument> document) {

  /** The document is to be there as it is. */
  public static IndexChange put(SearchDocument document) {
    return new IndexChange(document.key(), Optional.of(document));
  }

  /** The document is to be gone. */
  public static IndexChange remove(SearchKind kind, long id) {
    return new IndexChange(SearchDocument.key(kind, id), Optional.empty());
  }
}
