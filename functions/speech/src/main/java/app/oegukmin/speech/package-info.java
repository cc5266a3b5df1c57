/**
 * Pronunciation (contract §6.8): reads a recording, has Azure assess it, and scores it by the words
 * of the sentence. The same recording is paid for once, and no audio is kept.
 */
package app.oegukmin.speech;
