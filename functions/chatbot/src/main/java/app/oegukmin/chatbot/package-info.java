/**
 * The chatbot (contract §6.10): finds passages of notices and posts, lets a model write at most
 * three sentences from them, and keeps only those that name a passage. Below a threshold it says
 * that it does not know, without calling a model.
 */
package app.oegukmin.chatbot;
