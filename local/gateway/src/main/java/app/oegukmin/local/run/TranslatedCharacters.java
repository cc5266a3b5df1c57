package app.oegukmin.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many characters the translator has paid for, ever, by the metric in its log.
 *
 * @param log the translator's log; none counts as zero
 */
record TranslatedCharacters(Path log) implements LongSupplier {

  private static final Pattern METRIC = Pattern.compile("\"TranslatedCharacters\":(\\d{1,18})");

  @Override
  public long getAsLong() {
    if (!Files.exists(log)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
      return lines
          .map(METRIC::matcher)
          .filter(Matcher::find)
          .mapToLong(found -> Long.parseLong(found.group(1)))
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
