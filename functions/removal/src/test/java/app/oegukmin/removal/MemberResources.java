package app.oegukmin.removal;

/** The tables and the bucket that hold what is removed with an account. */
final class MemberResources {

  static final String[] ALL = {
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
    "ConnectionTable",
    "MediaBucket"
  };

  private MemberResources() {}
}
