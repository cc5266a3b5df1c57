package app.oegukmin.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares the words that were said with those of the sentence (contract §6.8), by a longest common
 * subsequence.
 */
final class WordDiff {

  private final List<String> reference;
  private final List<Word> said;
  private final List<String> plain;
  // common[i][j]: how many words can be matched of those from i and j on.
  private final int[][] common;

  private WordDiff(List<String> reference, List<Word> said) {
    this.reference = reference;
    this.said = said;
    this.plain = said.stream().map(word -> Sentence.plain(word.text())).toList();
    this.common = new int[reference.size() + 1][said.size() + 1];
    for (int i = reference.size() - 1; i >= 0; i--) {
      for (int j = said.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(i, j) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
  }

  /**
   * All words in order: those that match as they were said, the others of the sentence as
   * omissions, the others that were said as insertions.
   *
   * @param reference words as {@link Sentence#words} gives them
   */
  static List<Word> of(List<String> reference, List<Word> said) {
    return new WordDiff(reference, said).merged();
  }

  private boolean same(int i, int j) {
    return reference.get(i).equals(plain.get(j));
  }

  private List<Word> merged() {
    List<Word> merged = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < reference.size() || j < said.size()) {
      if (i < reference.size() && j < said.size() && same(i, j)) {
        merged.add(said.get(j++));
        i++;
      } else if (i < reference.size()
          && (j == said.size() || common[i + 1][j] >= common[i][j + 1])) {
        // Of words that were changed, the sentence's come first.
        merged.add(Word.omitted(reference.get(i++)));
      } else {
        merged.add(said.get(j++).inserted());
      }
    }
    return merged;
  }
}
