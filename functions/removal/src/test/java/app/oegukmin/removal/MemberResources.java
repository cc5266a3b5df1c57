package app.oegukmin.removal;

import app.oegukmin.testkit.Stack;
import java.util.stream.Stream;

/** The tables and the bucket that hold what is removed with an account. */
final class MemberResources {

  static final String[] TABLES = {
    "UserTable",
    "SessionTable",
    "QuestionTable",
    "AnswerTable",
    "HelpTable",
    "BlockTable",
    "ReportTable",
    "VoteTable",
    "PostTextTable",
    "RoomTable",
    "PairTable",
    "CursorTable",
    "DeviceTable",
    "TicketTable",
    "ConnectionTable"
  };

  private MemberResources() {}

  /** All of them. */
  static Stack stack() {
    return Stack.of(
        Stream.concat(Stream.of(TABLES), Stream.of("MediaBucket")).toArray(String[]::new));
  }
}
