package app.oegukmin.shared.text;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.Locale;

/**
 * A folded text that knows where each of its characters stood in the text as it was written. It is
 * folded one character as readers see it at a time.
 */
public final class FoldedText {

  private final String folded;
  private final int[] starts;
  private final int[] ends;

  private FoldedText(String folded, int[] starts, int[] ends) {
    this.folded = folded;
    this.starts = starts;
    this.ends = ends;
  }

  /** Folds a text. */
  public static FoldedText of(String text) {
    StringBuilder folded = new StringBuilder();
    int[] starts = new int[16];
    int[] ends = new int[16];
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int start = characters.first();
    for (int end = characters.next(); end != BreakIterator.DONE; end = characters.next()) {
      int from = folded.length();
      folded.append(Folding.fold(text.substring(start, end)));
      if (folded.length() > starts.length) {
        starts = Arrays.copyOf(starts, 2 * folded.length());
        ends = Arrays.copyOf(ends, 2 * folded.length());
      }
      Arrays.fill(starts, from, folded.length(), start);
      Arrays.fill(ends, from, folded.length(), end);
      start = end;
    }
    return new FoldedText(folded.toString(), starts, ends);
  }

  /** The folded text. */
  public String folded() {
    return folded;
  }

  /** Where the character at a place of the folded text began, in UTF-16 units. */
  public int start(int place) {
    return starts[place];
  }

  /** Where the character at a place of the folded text ended. */
  public int end(int place) {
    return ends[place];
  }
}
