package app.oegukmin.qna.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.oegukmin.testkit.ApiResponse;
import app.oegukmin.testkit.Stack;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("process")
class FaqPostTest {

  @RegisterExtension static final Stack STACK = Stack.of(Asker.RESOURCES).withValkey();

  private static final String ENTRY =
      """
      {"title":"Dormitory","author":null,"question":"When?","answer":"In February.",\
      "language":"EN-US","tag":"기숙사"}\
      """;

  private Asker asker;

  @BeforeEach
  void join() {
    STACK.clear();
    asker = new Asker(STACK);
  }

  @Test
  void storesAnEntryWithItsPictures() {
    byte[] form = new Multipart().request(ENTRY).picture("a.jpg", Asker.jpeg(1)).whole();

    ApiResponse response = asker.publish("ROLE_ADMIN", form);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body().path("message").asText()).isEqualTo("Successfully create FAQ");
    assertThat(response.body().at("/response/faqResponse/author").asText()).isEqualTo("이름 linh");
    assertThat(response.body().at("/response/faqResponse/answer").asText())
        .isEqualTo("In February.");
    assertThat(response.texts("imgUrl"))
        .singleElement()
        .asString()
        .matches("http://localhost/faq/\\d+/[A-Za-z0-9_-]{22}\\.jpg");
    assertThat(asker.objects()).hasSize(2).allMatch(key -> key.startsWith("public/faq/"));
    assertThat(asker.count("PendingTable")).isZero();
    assertThat(asker.count("AuditTable")).isEqualTo(1);
  }

  @Test
  @DisplayName("D-S5: only administrators write to the FAQ")
  void dS5_refusesMembers() {
    byte[] form = new Multipart().request(ENTRY).picture("a.jpg", Asker.jpeg(1)).whole();

    assertThat(asker.publish("ROLE_USER", form).refusal()).isEqualTo("403 C006");
    assertThat(asker.count("FaqTable")).isZero();
    assertThat(asker.objects()).isEmpty();
  }
}
