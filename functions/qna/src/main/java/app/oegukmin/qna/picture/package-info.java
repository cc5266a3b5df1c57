/**
 * New questions and FAQ entries with their pictures: reads what the app sends, stores the pictures
 * before the post, removes those whose post was never stored. Everything else of the boards is
 * elsewhere, because only this needs the memory that decoding takes.
 */
package app.oegukmin.qna.picture;
