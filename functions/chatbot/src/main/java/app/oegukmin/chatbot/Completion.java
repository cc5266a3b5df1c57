package app.oegukmin.chatbot;

import java.util.OptionalLong;

/**
 * What a model wrote.
 *
 * @param tokens how many are billed, those of the prompt included; empty when it does not say
 */
record Completion(String text, OptionalLong tokens) {}
