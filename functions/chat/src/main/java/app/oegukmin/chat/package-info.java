/**
 * Chat between two members (contract §6.9). One function sends and lists, another one lets clients
 * wait for what is new; both read and write the same tables.
 */
package app.oegukmin.chat;
