package app.oegukmin.chatbot;

/** An answer on the wire (contract §6.10). */
record AnswerView(String answer) {}
