/**
 * Chat: rooms of two, their messages, and what each member was given of them. Writers of messages
 * wake the members who wait for them by streams in Valkey.
 */
package app.oegukmin.shared.chat;
