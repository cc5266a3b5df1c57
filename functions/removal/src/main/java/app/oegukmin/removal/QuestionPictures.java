package app.oegukmin.removal;

import app.oegukmin.shared.dynamo.Conditions;
import app.oegukmin.shared.dynamo.Dynamo;
import app.oegukmin.shared.dynamo.Reads;
import app.oegukmin.shared.dynamo.RecordSchema;
import app.oegukmin.shared.dynamo.Writes;
import app.oegukmin.shared.member.MemberKey;
import app.oegukmin.shared.post.Picture;
import app.oegukmin.shared.work.RemoveMember;
import app.oegukmin.shared.work.RemovePictures;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbIndex;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Removes the pictures of a departed member's questions; the questions stay, without them. Runs
 * before {@link AuthorRemoval}, after which nobody knows whose they were.
 */
final class QuestionPictures implements RemovalStep {

  private record Pictured(String board, long id, List<Picture> pictures) {}

  private static final TableSchema<Pictured> PICTURED =
      RecordSchema.of(Pictured.class).partition("board").sort("id").build();

  /** All that removals write of questions. */
  static final Map<String, TableSchema<?>> WRITTEN =
      Map.of("pictures", PICTURED, "author", AuthorRemoval.BOARDS);

  private final DynamoDbIndex<AuthorRemoval.Owned> owned;
  private final DynamoDbTable<Pictured> questions;
  private final PictureRemoval pictures;

  /** A step over the table of questions with a physical name. */
  QuestionPictures(DynamoDbClient client, String name, PictureRemoval pictures) {
    this.owned = AuthorRemoval.owned(client, name, "board");
    this.questions = Dynamo.table(client, name, PICTURED);
    this.pictures = pictures;
  }

  @Override
  public void remove(RemoveMember removal) {
    Reads.partition(owned, MemberKey.of(removal.id())).forEach(this::remove);
  }

  // The objects last: a try that failed half-way finds the question again, whatever its row says.
  private void remove(AuthorRemoval.Owned question) {
    Writes.set(
        questions,
        new Pictured(question.key(), question.id(), List.of()),
        Conditions.present("board"));
    pictures.remove(new RemovePictures(question.key(), question.id()));
  }
}
