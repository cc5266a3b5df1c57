package app.oegukmin.chat;

import java.util.List;

/**
 * A page of a room's history.
 *
 * @param messages of both members, ascending by id
 * @param lastCursorId what the next page ends before; null on the last one
 */
record HistoryView(List<MessageView> messages, Long lastCursorId, boolean hasNext) {}
