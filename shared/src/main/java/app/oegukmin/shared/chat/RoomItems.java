package app.oegukmin.shared.chat;

import app.oegukmin.shared.dynamo.EpochMillis;
import app.oegukmin.shared.dynamo.RecordSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;

/** The items of {@link RoomTable}: a record for each writer and reader. */
final class RoomItems {

  /** A whole room. */
  record Row(
      long id,
      String memberA,
      String publicA,
      String memberB,
      String publicB,
      Instant createdDate,
      long lastId,
      long lastA,
      long lastB,
      Optional<Instant> lastDate,
      Optional<Integer> lastSender,
      Optional<String> lastHash,
      Optional<String> lastPreview) {

    static Row of(Room room) {
      return new Row(
          room.id(),
          room.seat(0).uid(),
          room.seat(0).publicId(),
          room.seat(1).uid(),
          room.seat(1).publicId(),
          room.createdDate(),
          room.lastId(),
          room.lastIds().get(0),
          room.lastIds().get(1),
          room.newest().map(Newest::date),
          room.newest().map(Newest::sender),
          room.newest().map(Newest::hash),
          room.newest().map(Newest::preview));
    }

    Room room() {
      return new Room(
          id,
          List.of(new Seat(memberA, publicA), new Seat(memberB, publicB)),
          createdDate,
          lastId,
          List.of(lastA, lastB),
          lastDate.map(
              date ->
                  new Newest(
                      date,
                      lastSender.orElseThrow(),
                      lastHash.orElseThrow(),
                      lastPreview.orElseThrow())));
    }
  }

  /** What a new message changes; of {@code lastA} and {@code lastB} the sender's. */
  record Sent(
      long id,
      long lastId,
      Optional<Long> lastA,
      Optional<Long> lastB,
      Instant lastDate,
      int lastSender,
      String lastHash,
      String lastPreview) {

    static Sent of(Message message) {
      Newest newest = Newest.of(message);
      Optional<Long> last = Optional.of(message.id());
      return new Sent(
          message.room(),
          message.id(),
          last.filter(id -> message.sender() == 0),
          last.filter(id -> message.sender() == 1),
          newest.date(),
          newest.sender(),
          newest.hash(),
          newest.preview());
    }
  }

  static final TableSchema<Row> ROWS =
      RecordSchema.of(Row.class)
          .partition("id")
          .as("createdDate", new EpochMillis())
          .as("lastDate", new EpochMillis())
          .build();
  static final TableSchema<Sent> SENT =
      RecordSchema.of(Sent.class).partition("id").as("lastDate", new EpochMillis()).build();

  private RoomItems() {}
}
