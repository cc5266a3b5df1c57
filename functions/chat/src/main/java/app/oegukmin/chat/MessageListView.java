package app.oegukmin.chat;

import java.util.List;

/** Messages as the app reads them. */
record MessageListView<M>(List<M> messages) {}
