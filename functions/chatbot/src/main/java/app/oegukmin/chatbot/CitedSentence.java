package app.oegukmin.chatbot;

import java.util.List;

/**
 * A sentence with what it is from.
 *
 * @param text one line without citations, markup and links
 * @param sources numbers of passages, from 1; at least one
 */
record CitedSentence(String text, List<Integer> sources) {}
