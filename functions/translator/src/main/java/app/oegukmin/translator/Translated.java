package app.oegukmin.translator;

import java.util.List;

/**
 * What a call to a vendor has brought.
 *
 * @param texts one translation for each text of the call, in order
 * @param characters how many the vendor bills for it
 */
public record Translated(List<String> texts, long characters) {

  public Translated {
    texts = List.copyOf(texts);
  }
}
