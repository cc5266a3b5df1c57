package app.oegukmin.shared.work;

import app.oegukmin.shared.search.SearchKind;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * Make the index equal to what is stored of a notice or a post.
 *
 * @param of what it is
 * @param id its id; that of a notice is of one language
 * @param change the id of the change in a table's stream
 */
@JsonTypeName("document")
public record IndexDocument(SearchKind of, long id, String change) implements IndexWork {

  /**
   * Checks that nothing is missing.
   *
   * @throws IllegalArgumentException when the change is empty
   */
  public IndexDocument {
    if (change.isEmpty()) {
      throw new IllegalArgumentException("A document to index lacks its change");
    }
  }

  /**
   * That of the change, not of the document: a queue would take a second change of the same
   * document within five minutes for the first, and drop it.
   */
  @Override
  public String key() {
    return change;
  }
}
