/**
 * The search index: one function writes it from a queue, and one makes it anew. One finds in all
 * that it has, and one gives the chatbot passages to quote.
 */
package app.oegukmin.search;
