package app.oegukmin.chat;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The room of a pair as the app reads it. */
record ConnectedView(@JsonProperty("chat_room_id") long room) {}
