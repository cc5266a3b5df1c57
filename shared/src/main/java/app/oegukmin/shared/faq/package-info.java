/**
 * FAQ entries, which administrators write and everybody reads (contract §6.6). Two functions know
 * them: one takes new ones with their pictures, the other does all else.
 */
package app.oegukmin.shared.faq;
