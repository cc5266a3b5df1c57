package app.oegukmin.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslatedCharactersTest {

  @TempDir private Path folder;

  @Test
  void addsUpTheMetricOfTheLog() throws Exception {
    Path log = folder.resolve("TranslatorFunction.log");
    TranslatedCharacters characters = new TranslatedCharacters(log);
    assertThat(characters.getAsLong()).isZero();

    Files.writeString(
        log,
        """
        2026-11-20T09:00:00Z INFO {"Service":"translator","TranslatedCharacters":40}
        2026-11-20T09:00:01Z INFO 3 texts, 99 characters to ZH
        2026-11-20T09:00:02Z INFO {"Service":"translator","TranslatedCharacters":2}
        """);

    assertThat(characters.getAsLong()).isEqualTo(42);
  }
}
