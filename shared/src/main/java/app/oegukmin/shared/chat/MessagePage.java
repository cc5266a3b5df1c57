package app.oegukmin.shared.chat;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one query of a room has found.
 *
 * @param messages without those that have expired, which the query reads as well
 * @param last the id of the last one that was read, from which the next query goes on; empty at the
 *     end of the room
 */
public record MessagePage(List<Message> messages, OptionalLong last) {}
