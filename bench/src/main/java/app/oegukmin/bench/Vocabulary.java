package app.oegukmin.bench;

import app.oegukmin.shared.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words of each language that exist nowhere else. */
record Vocabulary(Map<Language, List<String>> words) {

  private static final int SIZE = 4_000;

  Vocabulary(Random random) {
    this(
        Stream.of(Language.values())
            .collect(Collectors.toMap(language -> language, in -> words(in, random))));
  }

  private static List<String> words(Language language, Random random) {
    return Stream.generate(() -> word(language, random)).distinct().limit(SIZE).toList();
  }

  private static String word(Language language, Random random) {
    return switch (language) {
      case KO -> letters(random, 2 + random.nextInt(3), '가', 11_000);
      case EN_US -> letters(random, 4 + random.nextInt(6), 'a', 26);
      case ZH -> letters(random, 2, '一', 5_000);
    };
  }

  private static String letters(Random random, int count, char first, int range) {
    return random
        .ints(count, 0, range)
        .mapToObj(letter -> Character.toString(first + letter))
        .collect(Collectors.joining());
  }

  // The rarer ones come seldom, as in texts.
  String some(Language language, Random random) {
    double place = random.nextDouble();
    return words.get(language).get((int) (place * place * place * SIZE));
  }

  String text(Language language, Random random, int count) {
    return Stream.generate(() -> some(language, random))
        .limit(count)
        .collect(Collectors.joining(" "));
  }
}
